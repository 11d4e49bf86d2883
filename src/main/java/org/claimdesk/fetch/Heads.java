package org.claimdesk.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;

/** The heads of requests and answers, byte for byte as far as the client keeps them: the lines of headers as they stood. */
final class Heads {

    private Heads() {}

    static byte[] of(HttpRequest sent) {
        String path = sent.getPath() == null || sent.getPath().isEmpty() ? "/" : sent.getPath();
        return head(sent.getMethod() + " " + path + " HTTP/1.1", sent.getHeaders());
    }

    static byte[] of(ClassicHttpResponse came) {
        String reason = came.getReasonPhrase() == null ? "" : came.getReasonPhrase();
        String version = came.getVersion() == null ? "HTTP/1.1" : came.getVersion().format();
        return head(version + " " + came.getCode() + " " + reason, came.getHeaders());
    }

    static List<Fetched.Header> headers(ClassicHttpResponse came) {
        return Arrays.stream(came.getHeaders())
                .map(header -> new Fetched.Header(header.getName(), header.getValue()))
                .toList();
    }

    private static byte[] head(String first, Header[] headers) {
        StringBuilder head = new StringBuilder(first).append("\r\n");
        for (Header header : headers) {
            head.append(header instanceof FormattedHeader line
                    ? line.getBuffer().toString()
                    : header.getName() + ": " + (header.getValue() == null ? "" : header.getValue())).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
