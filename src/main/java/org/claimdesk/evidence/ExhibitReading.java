package org.claimdesk.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.capture.WatchLine;
import org.claimdesk.evidence.capture.WatchReading;
import org.claimdesk.evidence.figure.Calculation;
import org.claimdesk.evidence.preview.Look;
import org.claimdesk.evidence.preview.LookReading;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads evidence for pages and the API. */
@ApplicationScoped
public class ExhibitReading {

    private static final String SQL = """
            select e.id, e.claim_id, e.kind, e.stance, e.title, e.locator, e.note, e.address, e.digest, e.size, e.media_type, e.file_name,
                   e.interviewee, e.function, e.organisation, e.channel, e.held_at, e.attribution, e.quotes, e.described, e.sealed, e.citation, e.calculation::text as calculation,
                   e.source_id, s.name as source, s.discredited_at is not null as source_discredited,
                   e.origin_id, o.name as origin, o.discredited_at is not null as origin_discredited, e.rank, e.attached_by,
                   a.name as attached_name, e.attached_at, e.withdrawn_by, w.name as withdrawn_name, e.withdrawn_at, e.withdraw_reason
              from evidence e join person a on a.id = e.attached_by left join person w on w.id = e.withdrawn_by
              left join source s on s.id = e.source_id left join source o on o.id = e.origin_id""";
    private static final String OF_ONE = SQL + " where e.claim_id = ?1";
    /** The index evidence_on_page has them in this order. */
    private static final String AFTER = " and (e.withdrawn_at is not null, e.id) > (?2, ?3)";
    private static final String CALCULATIONS = """
            select calculation::text from evidence where claim_id = ?1 and kind = 'CALCULATION' and withdrawn_at is null
             order by id desc limit 200""";

    private final EntityManager database;
    private final ObjectMapper json;
    private final CaptureReading captures;
    private final WatchReading watched;
    private final LookReading looks;

    ExhibitReading(EntityManager database, ObjectMapper json, CaptureReading captures, WatchReading watched,
            LookReading looks) {
        this.database = database;
        this.json = json;
        this.captures = captures;
        this.watched = watched;
        this.looks = looks;
    }

    /**
     * The evidence of a claim, what stands first, in the order it was attached.
     *
     * @param after where the page before ended, or null for the first page
     */
    public List<Exhibit> ofClaim(long claim, Bookmark after, int limit) {
        String order = " order by e.withdrawn_at is not null, e.id limit " + limit;
        return exhibits(after == null
                ? Rows.of(database, OF_ONE + order, claim)
                : Rows.of(database, OF_ONE + AFTER + order, claim, after.withdrawn(), after.id()));
    }

    /** Those of these pieces that a claim has, in the order they were attached. */
    public List<Exhibit> ofClaim(long claim, List<Long> pieces) {
        return exhibits(Rows.of(database, OF_ONE + " and e.id = any(?2) order by e.id", claim,
                pieces.toArray(Long[]::new)));
    }

    /** All the evidence of these claims by the id of the claim, in the order it was attached, with all that was quoted. */
    public Map<Long, List<Exhibit>> ofClaims(Long[] claims) {
        return byClaim(Rows.of(database, SQL + " where e.claim_id = any(?1) order by e.id", (Object) claims),
                captures::allPassages);
    }

    /** These pieces by the id of their claim, in the order they were attached. */
    public Map<Long, List<Exhibit>> pieces(Long[] ids) {
        return byClaim(Rows.of(database, SQL + " where e.id = any(?1) order by e.id", (Object) ids),
                captures::passages);
    }

    private Map<Long, List<Exhibit>> byClaim(List<Tuple> rows, Function<Long[], Map<Long, List<PassageLine>>> quoted) {
        List<Exhibit> exhibits = exhibits(rows, quoted);
        Map<Long, List<Exhibit>> byClaim = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byClaim.computeIfAbsent(rows.get(i).get("claim_id", Long.class), claim -> new ArrayList<>())
                    .add(exhibits.get(i));
        }
        return byClaim;
    }

    /** @throws Problem absent, also where the piece belongs to another claim */
    public Exhibit ofClaim(long claim, long id) {
        return exhibits(Rows.of(database, OF_ONE + " and e.id = ?2", claim, id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("Claim " + claim + " has no evidence " + id + "."));
    }

    /** Calculations from which what the claim says does not follow; of the 200 newest that stand. */
    public List<Exhibit.Worked> wrongFigures(long claim) {
        return Rows.of(database, CALCULATIONS, claim)
                .stream()
                .map(row -> worked(Rows.text(row, 0)))
                .filter(Exhibit.Worked::wrong)
                .toList();
    }

    private List<Exhibit> exhibits(List<Tuple> rows) {
        return exhibits(rows, captures::passages);
    }

    private List<Exhibit> exhibits(List<Tuple> rows, Function<Long[], Map<Long, List<PassageLine>>> quoted) {
        Long[] ids = rows.stream().map(row -> row.get("id", Long.class)).toArray(Long[]::new);
        Map<Long, List<CaptureLine>> captured = captures.of(ids);
        Map<Long, List<PassageLine>> passages = quoted.apply(ids);
        Map<Long, WatchLine> watches = watched.of(ids);
        Map<Long, Look> seen = looks.of(ids);
        return rows.stream().map(row -> exhibit(row, captured, passages, watches, seen)).toList();
    }

    private Exhibit exhibit(Tuple row, Map<Long, List<CaptureLine>> captured,
            Map<Long, List<PassageLine>> passages, Map<Long, WatchLine> watches,
            Map<Long, Look> seen) {
        byte[] digest = row.get("digest", byte[].class);
        return new Exhibit(row.get("id", Long.class), choice(Evidence.Kind.class, row, "kind"),
                choice(Stance.class, row, "stance"),
                text(row, "title"), text(row, "locator"), text(row, "note"), text(row, "address"),
                digest == null ? null : HexFormat.of().formatHex(digest), row.get("size", Long.class),
                text(row, "media_type"),
                text(row, "file_name"), text(row, "interviewee"), text(row, "function"), text(row, "organisation"),
                choice(Piece.Channel.class, row, "channel"), row.get("held_at", Instant.class),
                choice(Attribution.class, row, "attribution"), List.of(row.get("quotes", String[].class)),
                text(row, "described"), row.get("sealed", Boolean.class),
                text(row, "citation"), worked(text(row, "calculation")),
                source(row, "source"), source(row, "origin"), choice(Rank.class, row, "rank"),
                Name.of(row.get("attached_by", UUID.class), text(row, "attached_name")),
                row.get("attached_at", Instant.class),
                Name.of(row.get("withdrawn_by", UUID.class), text(row, "withdrawn_name")),
                row.get("withdrawn_at", Instant.class), text(row, "withdraw_reason"),
                captured.getOrDefault(row.get("id", Long.class), List.of()),
                passages.getOrDefault(row.get("id", Long.class), List.of()), watches.get(row.get("id", Long.class)),
                seen.get(row.get("id", Long.class)));
    }

    private Exhibit.Worked worked(String calculation) {
        try {
            return calculation == null ? null : Exhibit.Worked.of(json.readValue(calculation, Calculation.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a calculation cannot be read", damaged);
        }
    }

    private static SourceName source(Tuple row, String which) {
        return SourceName.of(row.get(which + "_id", Long.class), text(row, which),
                row.get(which + "_discredited", Boolean.class));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Tuple row, String column) {
        String name = row.get(column, String.class);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
