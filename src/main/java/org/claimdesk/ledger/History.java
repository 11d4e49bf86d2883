package org.claimdesk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** Reads the history for pages and the API. */
@ApplicationScoped
public class History {

    private static final TypeReference<Map<String, Long>> ERASED = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Disclosure.Text>> TEXTS = new TypeReference<>() {
    };
    private static final String COLUMNS = "select e.id, e.at, p.name, e.role, e.act, e.claim_id, e.from_state, e.to_state,"
            + " e.body, d.texts::text as texts, e.article_id, e.person_id,"
            + " (select jsonb_object_agg(x.member, x.entry_id)::text from erasure x where x.erased_id = e.id) as erased"
            + " from entry e join person p on p.id = e.person_id left join disclosure d on d.entry_id = e.id";

    private final EntityManager database;
    private final ObjectMapper json;
    private final Blind blind;

    History(EntityManager database, ObjectMapper json, Blind blind) {
        this.database = database;
        this.json = json;
        this.blind = blind;
    }

    /**
     * An entry as people read it.
     *
     * @param who   null where it is hidden, as body and texts are: {@link Blind}
     * @param body  the canonical JSON
     * @param texts what its commitments commit to, as far as it has not been erased
     * @param erased by the names of the texts that were erased for a legal reason, the entry that tells of it
     */
    public record Line(long id, Instant at, String who, String role, String act, Long claim, String from, String to,
            String body,
            Map<String, String> texts, Map<String, Long> erased, @JsonIgnore UUID by) {
        /** What was done, in words. */
        public String did() {
            return Acts.past(act);
        }

        private Line hidden() {
            return new Line(id, at, null, role, act, claim, from, to, null, Map.of(), Map.of(), by);
        }
    }

    /** The newest entries of a claim, newest first. */
    public List<Line> ofClaim(long claim, int limit) {
        return lines(COLUMNS + " where e.claim_id = ?1 order by e.claim_version desc limit ?2", claim, limit);
    }

    /** Entries of a claim before an entry, newest first. */
    public List<Line> ofClaim(long claim, long before, int limit) {
        return lines(COLUMNS + " where e.claim_id = ?1 and e.id < ?3 order by e.claim_version desc limit ?2", claim,
                limit, before);
    }

    /** Entries of an article and its claims before an entry, newest first. */
    public List<Line> ofArticle(long article, long before, int limit) {
        return lines(COLUMNS + " where e.article_id = ?1 and e.id < ?3 order by e.id desc limit ?2", article, limit,
                before);
    }

    private List<Line> lines(String sql, Object... parameters) {
        Blind.Hidden hidden = blind.hidden();
        return Rows.of(database, sql, parameters).stream().map(row -> {
            Line line = line(row);
            return hidden.entry(line.act(), line.claim(), row.get(10, Long.class)) ? line.hidden() : line;
        }).toList();
    }

    private Line line(Tuple row) {
        return new Line(row.get(0, Long.class), row.get(1, Instant.class), row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class), row.get(5, Long.class), row.get(6, String.class), row.get(7, String.class),
                row.get(8, String.class), texts(row.get(9, String.class)), erased(row.get(12, String.class)),
                row.get(11, UUID.class));
    }

    private Map<String, Long> erased(String members) {
        try {
            return members == null ? Map.of() : json.readValue(members, ERASED);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was erased of an entry cannot be read", impossible);
        }
    }

    private Map<String, String> texts(String disclosed) {
        if (disclosed == null) {
            return Map.of();
        }
        try {
            Map<String, String> texts = new TreeMap<>();
            json.readValue(disclosed, TEXTS).forEach((field, text) -> texts.put(field, text.text()));
            return texts;
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the texts of an entry cannot be read", damaged);
        }
    }
}
