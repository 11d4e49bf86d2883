package org.claimdesk.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Gives out the content of evidence that is a file: always to be saved, never as something a browser runs. */
@jakarta.ws.rs.Path("/")
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class ContentPage {

    private final Exhibits exhibits;
    private final EvidenceStore store;

    ContentPage(Exhibits exhibits, EvidenceStore store) {
        this.exhibits = exhibits;
        this.store = store;
    }

    @GET
    @jakarta.ws.rs.Path("evidence/{id}/content")
    @Operation(hidden = true)
    public Response page(@PathParam("id") long id) {
        return content(id);
    }

    @GET
    @jakarta.ws.rs.Path("api/v1/evidence/{id}/content")
    @Operation(summary = "The content of a file", description = "404 where the evidence is no file. The ETag is its SHA-256.")
    public Response api(@PathParam("id") long id) {
        return content(id);
    }

    private Response content(long id) {
        Evidence evidence = exhibits.piece(id)
                .filter(piece -> piece.kind() == Evidence.Kind.FILE)
                .orElseThrow(() -> Problem.absent("There is no file " + id + "."));
        Path file = store.find(evidence.digest())
                .orElseThrow(() -> Problem.unavailable("The content of this file is missing from the store.", null));
        return Response.ok(file.toFile())
                .type("application/octet-stream")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(evidence.fileName()))
                .header(HttpHeaders.ETAG, "\"" + evidence.digest() + "\"")
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
