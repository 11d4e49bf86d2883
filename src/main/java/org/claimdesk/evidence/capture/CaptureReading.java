package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads captures and the passages picked from them, for pages and the API. */
@ApplicationScoped
public class CaptureReading {

    /** How much of the readable text stands on the page of a claim, in code points. */
    private static final int BEGINS = 1_500;
    private static final int ON_A_PAGE = 1_000;
    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {
    };
    private static final String CAPTURES = """
            select c.id, c.evidence_id, c.state, c.attempts, c.due_at, c.fetched, c.asked_by, p.name as asked_name, c.asked_at,
                   c.started_at, c.finished_at, c.status, c.final_address, cast(c.redirects as text) as redirects, c.media_type,
                   c.size, c.digest, c.warc_digest, c.warc_size, c.text_digest, c.no_text, c.failure_kind, c.failure,
                   left(t.text, ?2) as begins, c.reference_id, c.fate, c.moved, c.stood, c.lost
              from evidence e join %s join person p on p.id = c.asked_by
              left join capture_text t on t.capture_id = c.id""";
    private static final String ANY = CAPTURES.formatted("capture c on c.evidence_id = e.id");
    /** The newest of each piece, and the one that people rely on. */
    private static final String NEWEST = CAPTURES.formatted(
            """
                    lateral (select k.* from capture k where k.evidence_id = e.id
                                and (k.id >= coalesce((select n.id from capture n where n.evidence_id = e.id order by n.id desc offset 19 limit 1), 0)
                                    or k.id = (select w.reference_id from watch w where w.evidence_id = e.id))) c on true""");
    private static final String PASSAGES = """
            select g.id, g.evidence_id, g.capture_id, encode(g.digest, 'hex'), g.exact, g.prefix, g.suffix, g.start_at, g.end_at,
                   g.locator, g.picked_by, p.name, g.picked_at
              from evidence e join passage g on g.evidence_id = e.id join person p on p.id = g.picked_by
             where e.id = any(?1) order by g.id limit ?2""";

    private final EntityManager database;
    private final ObjectMapper json;

    CaptureReading(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest 20 captures of each of these pieces and the one people rely on, by the id of the piece, newest first. */
    public Map<Long, List<CaptureLine>> of(Long[] pieces) {
        return Rows.of(database, NEWEST + " where e.id = any(?1) order by c.id desc", pieces, BEGINS)
                .stream()
                .map(this::line)
                .collect(Collectors.groupingBy(CaptureLine::evidence));
    }

    /** The passages quoted from these pieces by the id of the piece, in the order they were picked: the first 1,000. */
    public Map<Long, List<PassageLine>> passages(Long[] pieces) {
        return passages(pieces, ON_A_PAGE);
    }

    /** The same, however many there are. */
    public Map<Long, List<PassageLine>> allPassages(Long[] pieces) {
        return passages(pieces, Integer.MAX_VALUE);
    }

    private Map<Long, List<PassageLine>> passages(Long[] pieces, int most) {
        return Rows.of(database, PASSAGES, pieces, most)
                .stream()
                .map(CaptureReading::passage)
                .collect(Collectors.groupingBy(PassageLine::evidence));
    }

    /** @throws Problem absent */
    public CaptureLine line(long id) {
        return Rows.of(database, ANY + " where c.id = ?1", id, BEGINS)
                .stream()
                .findFirst()
                .map(this::line)
                .orElseThrow(() -> Problem.absent("There is no capture " + id + "."));
    }

    /** @throws Problem absent, also where it belongs to another claim */
    public CaptureLine line(long claim, long id) {
        return Rows.of(database, ANY + " where c.id = ?1 and e.claim_id = ?3", id, BEGINS, claim)
                .stream()
                .findFirst()
                .map(this::line)
                .orElseThrow(() -> Problem.absent("Claim " + claim + " has no capture " + id + "."));
    }

    /** The readable text of a capture, if there is one. */
    public Optional<String> text(long id) {
        return Rows.of(database, "select text from capture_text where capture_id = ?1", id)
                .stream()
                .findFirst()
                .map(row -> row.get(0, String.class));
    }

    private CaptureLine line(Tuple row) {
        return new CaptureLine(row.get("id", Long.class), row.get("evidence_id", Long.class),
                CaptureState.valueOf(row.get("state", String.class)), row.get("attempts", Integer.class),
                row.get("due_at", Instant.class), row.get("fetched", Long.class),
                Name.of(row.get("asked_by", UUID.class), row.get("asked_name", String.class)),
                row.get("asked_at", Instant.class), row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class), row.get("status", Integer.class),
                row.get("final_address", String.class), addresses(row.get("redirects", String.class)),
                row.get("media_type", String.class), row.get("size", Long.class), hex(row, "digest"),
                hex(row, "warc_digest"), row.get("warc_size", Long.class), hex(row, "text_digest"),
                row.get("no_text", String.class), row.get("failure_kind", String.class),
                row.get("failure", String.class), row.get("begins", String.class),
                row.get("reference_id", Long.class), fate(row.get("fate", String.class)),
                row.get("moved", Boolean.class), row.get("stood", Integer.class), ids((Object[]) row.get("lost")));
    }

    private static Fate fate(String name) {
        return name == null ? null : Fate.valueOf(name);
    }

    private static List<Long> ids(Object[] ids) {
        return ids == null ? null : Arrays.stream(ids).map(id -> ((Number) id).longValue()).toList();
    }

    private static PassageLine passage(Tuple row) {
        return new PassageLine(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class),
                row.get(3, String.class), row.get(4, String.class), row.get(5, String.class), row.get(6, String.class),
                row.get(7, Integer.class), row.get(8, Integer.class), row.get(9, String.class),
                Name.of(row.get(10, UUID.class), row.get(11, String.class)), row.get(12, Instant.class));
    }

    private List<String> addresses(String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, ADDRESSES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the redirects of a capture cannot be read", damaged);
        }
    }

    private static String hex(Tuple row, String column) {
        byte[] digest = row.get(column, byte[].class);
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }
}
