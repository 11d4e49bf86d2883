package org.claimdesk.evidence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.preview.LookReading;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Finds the text of a piece of evidence: of a captured page, of a captured file, of a file. */
@ApplicationScoped
public class EvidenceTexts {

    private static final String CAPTURE = """
            select id from capture where evidence_id = ?1 and warc_digest is not null and (cast(?2 as bigint) is null or id = ?2)
             order by id desc limit 1""";

    private final EntityManager database;
    private final CaptureReading captures;
    private final LookReading looks;

    EvidenceTexts(EntityManager database, CaptureReading captures, LookReading looks) {
        this.database = database;
        this.captures = captures;
        this.looks = looks;
    }

    /**
     * @param capture of a link, which of its captures; null for the newest that was kept
     * @return the text, if it has one by now
     * @throws Problem absent where the piece has no such capture
     */
    public Optional<EvidenceText> of(long evidence, Long capture) {
        Optional<Long> kept = Rows.of(database, CAPTURE, evidence, capture)
                .stream()
                .findFirst()
                .map(row -> row.get(0, Long.class));
        if (capture != null && kept.isEmpty()) {
            throw Problem.absent("Evidence " + evidence + " has no capture " + capture + " that was kept.");
        }
        Optional<EvidenceText> page = kept.flatMap(
                id -> captures.text(id).map(text -> new EvidenceText(id, null, text, null)));
        return page.isPresent()
                ? page
                : looks.of(evidence, capture)
                        .flatMap(look -> looks.text(look.digest())
                                .map(text -> new EvidenceText(look.capture(), look.digest(), text, look)));
    }
}
