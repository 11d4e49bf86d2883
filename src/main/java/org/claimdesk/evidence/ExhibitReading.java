package org.claimdesk.evidence;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.figure.Calculation;
import org.claimdesk.evidence.preview.Look;
import org.claimdesk.evidence.preview.LookReading;
import org.claimdesk.people.Name;
import org.claimdesk.sql.Rows;

/** Reads evidence for pages and the API. */
@ApplicationScoped
public class ExhibitReading {

    private static final String SQL = """
            select e.id, e.kind, e.stance, e.title, e.locator, e.note, e.address, e.digest, e.size, e.media_type, e.file_name,
                   e.interviewee, e.function, e.organisation, e.channel, e.held_at, e.attribution, e.citation, e.calculation::text as calculation,
                   e.source_id, s.name as source, s.discredited_at is not null as source_discredited,
                   e.origin_id, o.name as origin, o.discredited_at is not null as origin_discredited, e.rank, e.attached_by,
                   a.name as attached_name, e.attached_at, e.withdrawn_by, w.name as withdrawn_name, e.withdrawn_at, e.withdraw_reason
              from evidence e join person a on a.id = e.attached_by left join person w on w.id = e.withdrawn_by
              left join source s on s.id = e.source_id left join source o on o.id = e.origin_id
             where e.claim_id = ?1 order by e.withdrawn_at is not null, e.id limit 500""";

    private final EntityManager database;
    private final ObjectMapper json;
    private final CaptureReading captures;
    private final LookReading looks;

    ExhibitReading(EntityManager database, ObjectMapper json, CaptureReading captures, LookReading looks) {
        this.database = database;
        this.json = json;
        this.captures = captures;
        this.looks = looks;
    }

    /** The evidence of a claim, what stands first. */
    public List<Exhibit> ofClaim(long claim) {
        Map<Long, List<CaptureLine>> captured = captures.ofClaim(claim);
        Map<Long, List<PassageLine>> passages = captures.passages(claim);
        Map<Long, Look> seen = looks.ofClaim(claim);
        return Rows.of(database, SQL, claim).stream().map(row -> exhibit(row, captured, passages, seen)).toList();
    }

    private Exhibit exhibit(Tuple row, Map<Long, List<CaptureLine>> captured,
            Map<Long, List<PassageLine>> passages, Map<Long, Look> seen) {
        byte[] digest = row.get("digest", byte[].class);
        return new Exhibit(row.get("id", Long.class), choice(Evidence.Kind.class, row, "kind"),
                choice(Stance.class, row, "stance"),
                text(row, "title"), text(row, "locator"), text(row, "note"), text(row, "address"),
                digest == null ? null : HexFormat.of().formatHex(digest), row.get("size", Long.class),
                text(row, "media_type"),
                text(row, "file_name"), text(row, "interviewee"), text(row, "function"), text(row, "organisation"),
                choice(Piece.Channel.class, row, "channel"), row.get("held_at", Instant.class),
                choice(Attribution.class, row, "attribution"),
                text(row, "citation"), worked(text(row, "calculation")),
                source(row, "source"), source(row, "origin"), choice(Rank.class, row, "rank"),
                Name.of(row.get("attached_by", UUID.class), text(row, "attached_name")),
                row.get("attached_at", Instant.class),
                Name.of(row.get("withdrawn_by", UUID.class), text(row, "withdrawn_name")),
                row.get("withdrawn_at", Instant.class), text(row, "withdraw_reason"),
                captured.getOrDefault(row.get("id", Long.class), List.of()),
                passages.getOrDefault(row.get("id", Long.class), List.of()), seen.get(row.get("id", Long.class)));
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
