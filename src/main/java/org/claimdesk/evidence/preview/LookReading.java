package org.claimdesk.evidence.preview;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.apart.Show;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads what can be seen and read of evidence, for pages and the API. */
@ApplicationScoped
public class LookReading {

    /**
     * Of files and captures alone: the recording of an interview is given out by nobody but the interview. Of a link it is
     * the newest capture that was kept.
     */
    private static final String LOOKS = """
            select e.id, encode(l.digest, 'hex') as digest, k.id as capture_id, l.state, l.trouble, l.due_at, l.media_type, l.show,
                   l.unshown, l.pages, encode(l.text_digest, 'hex') as text_digest, l.textless, l.cut, t.starts::text as starts
              from evidence e
              left join lateral (select c.id, c.content_digest from capture c
                                  where c.evidence_id = e.id and c.warc_digest is not null and (cast(?2 as bigint) is null or c.id = ?2)
                                  order by c.id desc limit 1) k on e.kind = 'LINK'
              join look l on l.digest = case e.kind when 'FILE' then e.digest when 'LINK' then k.content_digest end
              left join file_text t on t.digest = l.digest""";

    private final EntityManager database;

    LookReading(EntityManager database) {
        this.database = database;
    }

    /** The looks at these pieces by their id; none for what is neither file nor captured file. */
    public Map<Long, Look> of(Long[] pieces) {
        Map<Long, Look> looks = new HashMap<>();
        Rows.of(database, LOOKS + " where e.id = any(?1)", pieces, null)
                .forEach(row -> looks.put(row.get(0, Long.class), look(row)));
        return looks;
    }

    /** @param capture which of a link's captures; null for the newest that was kept */
    public Optional<Look> of(long evidence, Long capture) {
        return Rows.of(database, LOOKS + " where e.id = ?1", evidence, capture)
                .stream()
                .findFirst()
                .map(LookReading::look);
    }

    /** @throws Problem absent where there is nothing to be seen or read, or not yet */
    Look done(long evidence, Long capture) {
        return of(evidence, capture).filter(Look::done)
                .orElseThrow(() -> Problem.absent("There is no preview of evidence " + evidence + "."));
    }

    /** The text of content, if there is one. */
    public Optional<String> text(String digest) {
        return Rows.of(database, "select text from file_text where digest = decode(?1, 'hex')", digest)
                .stream()
                .findFirst()
                .map(row -> Rows.text(row, 0));
    }

    private static Look look(Tuple row) {
        String show = row.get("show", String.class);
        return new Look(row.get("digest", String.class), row.get("capture_id", Long.class),
                row.get("state", String.class).equals("DONE"), row.get("trouble", String.class),
                row.get("due_at", Instant.class), row.get("media_type", String.class),
                show == null ? null : Show.valueOf(show), row.get("unshown", String.class),
                row.get("pages", Integer.class), row.get("text_digest", String.class),
                row.get("textless", String.class), row.get("cut", Boolean.class),
                starts(row.get("starts", String.class)));
    }

    private static int[] starts(String kept) {
        return kept == null || kept.equals("{}")
                ? new int[0]
                : Stream.of(kept.substring(1, kept.length() - 1).split(",")).mapToInt(Integer::parseInt).toArray();
    }
}
