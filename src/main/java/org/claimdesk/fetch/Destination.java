package org.claimdesk.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address that may be asked for: http or https, a host, no name and password in it, and nothing after #.
 *
 * @param host in ASCII, lower case
 * @param port never -1
 */
record Destination(URI uri, String host, int port) {

    /** @throws Unfetched that says what is wrong with the address */
    static Destination of(String address) {
        try {
            return of(new URI(address.strip()));
        } catch (URISyntaxException malformed) {
            throw wrong("That is not a web address: " + malformed.getReason() + ".");
        }
    }

    static Destination of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw wrong("Only addresses that begin with http:// or https:// are fetched.");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw wrong("The address names no site.");
        }
        if (authority.contains("@")) {
            throw wrong("The address has a name or password in it. Take it out.");
        }
        return of(uri, scheme, authority);
    }

    /** Java's URI does not know hosts with an underscore or in other scripts, which there are. */
    private static Destination of(URI uri, String scheme, String authority) {
        int colon = authority.lastIndexOf(':');
        boolean numbered = colon > authority.lastIndexOf(']');
        String host = numbered ? authority.substring(0, colon) : authority;
        try {
            int port = numbered && colon + 1 < authority.length()
                    ? Integer.parseInt(authority.substring(colon + 1))
                    : scheme.equals("https") ? 443 : 80;
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            String lower = ascii.toLowerCase(Locale.ROOT);
            if (lower.isEmpty() || port < 1 || port > 65_535 || !lower.matches("[a-z0-9._-]+|\\[[0-9a-f:.]+]")) {
                throw wrong("The address names no site.");
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            boolean usual = port == (scheme.equals("https") ? 443 : 80);
            URI asked = new URI(new URI(scheme + "://" + lower + (usual ? "" : ":" + port) + path + query)
                    .toASCIIString());
            return new Destination(asked, lower, port);
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            throw wrong("That is not a web address.");
        }
    }

    String site() {
        return host + ":" + port;
    }

    boolean standardPort() {
        return port == 80 || port == 443;
    }

    static Unfetched wrong(String why) {
        return new Unfetched(Unfetched.Kind.ADDRESS, why);
    }
}
