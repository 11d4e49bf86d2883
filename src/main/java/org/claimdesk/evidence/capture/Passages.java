package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Quote;
import org.claimdesk.text.UnusableText;

/** The passages quoted from evidence: picked from a readable text, or typed. */
@ApplicationScoped
public class Passages {

    /** The longest passage, in code points: a quotation, not the page. */
    public static final int MOST = 5_000;
    private static final int PLACES = 20;
    private static final String KEEP = """
            insert into passage (evidence_id, capture_id, digest, exact, prefix, suffix, start_at, end_at, locator, picked_by, picked_at,
                                 entry_id)
            values (?1, cast(cast(?2 as text) as bigint), decode(cast(?3 as text), 'hex'), ?4, cast(?5 as text), cast(?6 as text),
                    cast(cast(?7 as text) as integer), cast(cast(?8 as text) as integer), cast(?9 as text), ?10, ?11, ?12)
            returning id""";

    private final EntityManager database;

    Passages(EntityManager database) {
        this.database = database;
    }

    /**
     * Where a passage is from.
     *
     * @param capture of a link, else null
     * @param content SHA-256 of the content whose text it is, hexadecimal; null for the text of a captured page
     * @param locator where it stands in that, or null
     */
    public record From(Long capture, String content, String locator) {}

    /**
     * Where words stand in a text. Where its lines end makes no difference: in files they end for the width of a page.
     *
     * @throws Problem bad input for {@code exact}: there are no words, or they do not stand in it; with
     *                 {@code places}, where they stand in several
     */
    public static Anchor find(String text, Quote words) {
        List<Anchor> found = places(words, text);
        if (found.isEmpty()) {
            throw Problem.badInput("exact", "These words do not stand in the text. Give the very words, in one piece.");
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

    private static List<Anchor> places(Quote words, String text) {
        if (words.exact() == null || words.exact().isBlank()) {
            return List.of();
        }
        try {
            CodePoints points = new CodePoints(text);
            List<Anchor> found = words.in(points);
            return found.isEmpty()
                    ? flat(words).in(new CodePoints(flat(text)))
                            .stream()
                            .map(anchor -> Anchor.at(points, anchor.start(), anchor.end()))
                            .toList()
                    : found;
        } catch (UnusableText unusable) {
            throw Problem.badInput("exact", unusable.getMessage());
        }
    }

    private static Quote flat(Quote words) {
        return new Quote(flat(words.exact()), flat(words.prefix()), flat(words.suffix()), words.start());
    }

    /** Letter for letter as long as it was. */
    private static String flat(String text) {
        return text == null ? null : text.replace('\n', ' ');
    }

    /** Keeps a passage that was picked. MUST be called within the act that picks it. @return its id */
    @Transactional(Transactional.TxType.MANDATORY)
    public long keep(long evidence, From from, Anchor words, long entry, UUID by, Instant at) {
        return kept(evidence, from, words.exact(), words, entry, by, at);
    }

    /** Keeps a passage that was typed. MUST be called within the act that does so. @return its id */
    @Transactional(Transactional.TxType.MANDATORY)
    public long keepTyped(long evidence, String exact, String locator, long entry, UUID by, Instant at) {
        return kept(evidence, new From(null, null, locator), exact, null, entry, by, at);
    }

    /** @param anchor null where it was typed */
    private long kept(long evidence, From from, String exact, Anchor anchor, long entry, UUID by, Instant at) {
        database.flush();
        Query query = database.createNativeQuery(KEEP)
                .setParameter(1, evidence)
                .setParameter(2, text(from.capture()))
                .setParameter(3, from.content())
                .setParameter(4, exact)
                .setParameter(5, anchor == null ? null : anchor.prefix())
                .setParameter(6, anchor == null ? null : anchor.suffix())
                .setParameter(7, anchor == null ? null : text(anchor.start()))
                .setParameter(8, anchor == null ? null : text(anchor.end()))
                .setParameter(9, from.locator())
                .setParameter(10, by)
                .setParameter(11, at)
                .setParameter(12, entry);
        return ((Number) query.getSingleResult()).longValue();
    }

    private static String text(Number number) {
        return number == null ? null : number.toString();
    }
}
