package org.claimdesk.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * One request and the head of its answer.
 *
 * @param asked    the address that was asked for
 * @param from     the address of the host, the one the connection was made to
 * @param request  as it was sent: request line, header, empty line
 * @param response as it came: status line, header, empty line; lines ended by CR LF
 * @param status   the HTTP status
 * @param headers  of the answer, in order
 * @param next     where the site sends it on to, or null for the last answer
 */
public record Exchange(URI asked, InetAddress from, byte[] request, byte[] response, int status,
        List<Fetched.Header> headers, URI next) {

    /** The value of the first header of the answer with this name, or null. */
    public String header(String name) {
        return Fetched.header(headers, name);
    }
}
