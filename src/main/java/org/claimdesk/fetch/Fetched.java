package org.claimdesk.fetch;

import java.net.URI;
import java.util.List;

/**
 * What a site answered.
 *
 * @param status    the HTTP status; redirects are followed, so none of them
 * @param address   where it was in the end
 * @param redirects the addresses on the way there, the one that was asked for first; empty where there were none
 * @param headers   of the last answer, in order
 * @param body      unpacked
 */
public record Fetched(int status, URI address, List<URI> redirects, List<Header> headers, byte[] body) {

    /** One line of the header. */
    public record Header(String name, String value) {}

    /** The value of the first header of this name, or null. */
    public String header(String name) {
        return header(headers, name);
    }

    static String header(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }
}
