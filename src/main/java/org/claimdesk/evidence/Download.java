package org.claimdesk.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.problem.Problem;

/** Gives out the content of evidence that is a file: always to be saved, never as something a browser runs. */
@ApplicationScoped
class Download {

    private final Exhibits exhibits;
    private final EvidenceStore store;

    Download(Exhibits exhibits, EvidenceStore store) {
        this.exhibits = exhibits;
        this.store = store;
    }

    /** @throws Problem absent where it is no file; unavailable where the store has lost it */
    @Transactional
    Response of(long id, Request asked) {
        Evidence evidence = exhibits.piece(id)
                .filter(piece -> piece.kind() == Evidence.Kind.FILE)
                .orElseThrow(() -> Problem.absent("There is no file " + id + "."));
        EntityTag digest = new EntityTag(evidence.digest());
        Response.ResponseBuilder known = asked.evaluatePreconditions(digest);
        if (known != null) {
            return known.build();
        }
        Path file = store.find(evidence.digest())
                .orElseThrow(() -> Problem.unavailable("The content of this file is missing from the store.", null));
        return Response.ok(file.toFile())
                .type("application/octet-stream")
                .tag(digest)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(evidence.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
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
