package org.claimdesk.evidence.capture;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.content.Attachment;
import org.claimdesk.problem.Problem;

/** Gives out what is kept of a capture, to be saved. */
@ApplicationScoped
class CaptureFile {

    private final CaptureReading captures;
    private final Attachment attachment;

    CaptureFile(CaptureReading captures, Attachment attachment) {
        this.captures = captures;
        this.attachment = attachment;
    }

    /** @throws Problem absent where nothing was captured; unavailable where the store has lost it */
    @Transactional
    Response warc(long id, Request asked) {
        CaptureLine capture = captures.line(id);
        if (!capture.kept()) {
            throw Problem.absent("Capture " + id + " has no WARC.");
        }
        return attachment.of(capture.warcDigest(), "capture-" + id + ".warc.gz", asked);
    }

    /** @throws Problem absent where there is no readable text */
    @Transactional
    Response text(long id, Request asked) {
        String text = captures.text(id)
                .orElseThrow(() -> Problem.absent("Capture " + id + " has no readable text."));
        return attachment.of(text.getBytes(StandardCharsets.UTF_8), captures.line(id).textDigest(),
                "capture-" + id + ".txt", asked);
    }
}
