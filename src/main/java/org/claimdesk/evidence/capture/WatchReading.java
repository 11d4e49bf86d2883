package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads what has become of the pages behind links. */
@ApplicationScoped
public class WatchReading {

    /** Over w (watch), e (evidence) and k (claim). */
    private static final String LINES = """
            select w.evidence_id, e.title, e.address, w.reference_id, r.finished_at as reference_at, w.look_id, l.finished_at as looked_at,
                   l.fate, l.moved, l.final_address, l.failure, l.stood, l.lost, w.open, w.next_at,
                   a.capture_id, a.reason, a.acknowledged_by, p.name, a.acknowledged_at, w.claim_id
              from watch w join evidence e on e.id = w.evidence_id join claim k on k.id = w.claim_id
              left join capture r on r.id = w.reference_id left join capture l on l.id = w.look_id
              left join lateral (select n.* from acknowledgement n where n.evidence_id = w.evidence_id order by n.id desc limit 1) a on true
              left join person p on p.id = a.acknowledged_by""";
    private static final String STANDS = " and e.withdrawn_at is null and k.dropped_at is null";

    private final EntityManager database;

    WatchReading(EntityManager database) {
        this.database = database;
    }

    /** A page that somebody has to know of. */
    public record Found(long claim, WatchLine watch) {}

    /** The links among these pieces, by the id of the piece. */
    public Map<Long, WatchLine> of(Long[] pieces) {
        return Rows.of(database, LINES + " where w.evidence_id = any(?1)", (Object) pieces)
                .stream()
                .map(WatchReading::line)
                .collect(Collectors.toMap(WatchLine::evidence, Function.identity()));
    }

    /** What somebody has to know of a claim's evidence, the gravest first. */
    public List<WatchLine> open(long claim) {
        return Rows
                .of(database, LINES + " where w.claim_id = ?1 and w.open and e.withdrawn_at is null limit 100", claim)
                .stream()
                .map(WatchReading::line)
                .sorted((one, other) -> other.rot().compareTo(one.rot()))
                .toList();
    }

    /**
     * What somebody has to know of, by the capture that found it, newest first, on claims that are not dropped.
     *
     * @param state of the claim, or null for any
     * @param desk  of the claim, or null for any
     */
    public List<Found> open(String state, String desk, long before, int limit) {
        return Rows.of(database, LINES + " where w.open and w.look_id < ?1" + STANDS
                + " and (cast(?2 as text) is null or k.state = ?2) and (cast(?3 as text) is null or k.desk = ?3)"
                + " order by w.look_id desc limit " + limit, before, state, desk)
                .stream()
                .map(row -> new Found(row.get("claim_id", Long.class), line(row)))
                .toList();
    }

    /** The page that a capture is of. @throws Problem absent */
    public Found of(long capture) {
        return Rows
                .of(database, LINES + " where w.evidence_id = (select c.evidence_id from capture c where c.id = ?1)",
                        capture)
                .stream()
                .findFirst()
                .map(row -> new Found(row.get("claim_id", Long.class), line(row)))
                .orElseThrow(() -> Problem.absent("There is no capture " + capture + " that tells of a page."));
    }

    private static WatchLine line(Tuple row) {
        Fate fate = row.get("fate", String.class) == null ? null : Fate.valueOf(row.get("fate", String.class));
        Object[] ids = (Object[]) row.get("lost");
        List<Long> lost = ids == null ? List.of() : Arrays.stream(ids).map(id -> ((Number) id).longValue()).toList();
        Integer stood = row.get("stood", Integer.class);
        Long accepted = row.get("capture_id", Long.class);
        return new WatchLine(row.get("evidence_id", Long.class), row.get("title", String.class),
                row.get("address", String.class), row.get("reference_id", Long.class),
                row.get("reference_at", Instant.class), row.get("look_id", Long.class),
                row.get("looked_at", Instant.class), fate, Boolean.TRUE.equals(row.get("moved", Boolean.class)),
                row.get("final_address", String.class), row.get("failure", String.class), stood == null ? 0 : stood,
                lost, row.get("open", Boolean.class) ? rot(fate, lost) : null, row.get("next_at", Instant.class),
                accepted == null
                        ? null
                        : new WatchLine.Accepted(accepted, row.get("reason", String.class),
                                Name.of(row.get("acknowledged_by", UUID.class), row.get("name", String.class)),
                                row.get("acknowledged_at", Instant.class)));
    }

    private static Rot rot(Fate fate, List<Long> lost) {
        return switch (fate) {
            case GONE -> Rot.GONE;
            case CHANGED -> lost.isEmpty() ? Rot.CHANGED : Rot.WORDS_GONE;
            default -> Rot.MOVED;
        };
    }
}
