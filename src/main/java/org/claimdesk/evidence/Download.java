package org.claimdesk.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.content.Attachment;
import org.claimdesk.problem.Problem;

/** Gives out the content of evidence that is a file, or has one: an open recording. Sealed ones are no evidence's file. */
@ApplicationScoped
class Download {

    private final Exhibits exhibits;
    private final Attachment attachment;

    Download(Exhibits exhibits, Attachment attachment) {
        this.exhibits = exhibits;
        this.attachment = attachment;
    }

    /** @throws Problem absent where it has no file; unavailable where the store has lost it */
    @Transactional
    Response of(long id, Request asked) {
        Evidence evidence = exhibits.piece(id)
                .filter(piece -> piece.digest() != null)
                .orElseThrow(() -> Problem.absent("There is no file " + id + "."));
        return attachment.of(evidence.digest(), evidence.fileName(), asked);
    }
}
