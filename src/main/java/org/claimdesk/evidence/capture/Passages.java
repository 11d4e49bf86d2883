package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Quote;
import org.claimdesk.text.UnusableText;

/** The passages picked from the readable texts of captures. */
@ApplicationScoped
public class Passages {

    /** The longest passage, in code points: a quotation, not the page. */
    private static final int MOST = 5_000;
    private static final int PLACES = 20;
    private static final String KEEP = """
            insert into passage (capture_id, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) returning id""";

    private final EntityManager database;
    private final CaptureReading captures;

    Passages(EntityManager database, CaptureReading captures) {
        this.database = database;
        this.captures = captures;
    }

    /**
     * Where the words stand in the readable text of a capture.
     *
     * @throws Problem bad input for {@code exact}: there are no words, no text, or they do not stand in it; with
     *                 {@code places}, where they stand in several
     */
    public Anchor find(long capture, Quote words) {
        String text = captures.text(capture)
                .orElseThrow(() -> Problem.badInput("exact", "There is no readable text to pick from."));
        List<Anchor> found = places(words, new CodePoints(text));
        if (found.isEmpty()) {
            throw Problem.badInput("exact",
                    "These words do not stand in the captured text. Give the very words, in one piece.");
        }
        if (found.size() > 1) {
            throw Problem.badInput("exact", "These words stand there %d times. Say which are meant."
                    .formatted(found.size()), Map.of("places", found.stream().limit(PLACES).toList()));
        }
        Anchor anchor = found.get(0);
        if (anchor.end() - anchor.start() > MOST) {
            throw Problem.badInput("exact", "A passage has at most %,d characters.".formatted(MOST));
        }
        return anchor;
    }

    private static List<Anchor> places(Quote words, CodePoints text) {
        try {
            List<Anchor> found = words.exact() == null || words.exact().isBlank() ? List.of() : words.in(text);
            return found;
        } catch (UnusableText unusable) {
            throw Problem.badInput("exact", unusable.getMessage());
        }
    }

    /** Keeps a passage. MUST be called within the act that picks it. @return its id */
    @Transactional(Transactional.TxType.MANDATORY)
    public long keep(long capture, Anchor words, long entry, UUID by, Instant at) {
        database.flush();
        return Rows.of(database, KEEP, capture, words.exact(), words.prefix(), words.suffix(), words.start(),
                words.end(), by, at, entry).get(0).get(0, Long.class);
    }
}
