package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.claimdesk.problem.Problem;

/** Gives out content that people brought: always to be saved, never as something a browser runs. */
@ApplicationScoped
public class Attachment {

    private final ContentStore store;

    Attachment(ContentStore store) {
        this.store = store;
    }

    /**
     * @param digest SHA-256, lower-case hexadecimal; also the ETag
     * @param name   under which it is saved
     * @throws Problem unavailable where the store has lost it or cannot be read; what is damaged breaks off before its end
     */
    public Response of(String digest, String name, Request asked) {
        EntityTag tag = new EntityTag(digest);
        Response.ResponseBuilder known = asked.evaluatePreconditions(tag);
        if (known != null) {
            return known.build();
        }
        if (!store.has(digest)) {
            throw missing();
        }
        StreamingOutput content = out -> send(digest, out);
        return saved(content, tag, name);
    }

    /**
     * The same for content that is not in the store.
     *
     * @param digest its SHA-256; also the ETag
     */
    public Response of(byte[] content, String digest, String name, Request asked) {
        EntityTag tag = new EntityTag(digest);
        Response.ResponseBuilder known = asked.evaluatePreconditions(tag);
        return known == null ? saved(content, tag, name) : known.build();
    }

    private static Response saved(Object content, EntityTag tag, String name) {
        return Response.ok(content)
                .type("application/octet-stream")
                .tag(tag)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, named(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private void send(String digest, OutputStream out) throws IOException {
        try (InputStream content = store.open(digest).orElseThrow(Attachment::missing)) {
            content.transferTo(out);
        }
    }

    private static Problem missing() {
        return Problem.unavailable("The content of this file is missing from the store.", null);
    }

    /** The header by which something is saved under a name, whatever is in the name. */
    public static String named(String name) {
        return "attachment; filename*=UTF-8''" + encoded(name);
    }

    /** As RFC 8187 has it: every byte but letters, digits and a few signs as %XX. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '.' || b == '-'
                    || b == '_') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append("%02X".formatted(b & 0xff));
            }
        }
        return encoded.toString();
    }
}
