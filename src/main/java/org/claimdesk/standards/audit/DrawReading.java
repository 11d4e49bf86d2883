package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads draws, in one statement. */
@ApplicationScoped
class DrawReading {

    private static final TypeReference<TreeMap<String, Integer>> WEIGHTS = new TypeReference<>() {
    };
    private static final String SQL = """
            select d.id, d.article_id, a.headline, d.desk, d.since, d.until, d.size, d.candidates, encode(d.list_digest, 'hex') as digest,
                   cast(d.weights as text) as weights, d.drawn_by, p.name, d.drawn_at, l.idx, d.checkpoint_size,
                   encode(c.root, 'base64') as root, encode(d.seed, 'hex') as seed,
                   (select count(*) from audit i where i.draw_id = d.id and i.rating is not null) as audited,
                   (select count(*) from audit i where i.draw_id = d.id and not i.agrees and i.outcome is null) as open
              from draw d join person p on p.id = d.drawn_by left join article a on a.id = d.article_id
              left join checkpoint c on c.size = d.checkpoint_size
              left join leaf l on d.seed is not null and l.entry_id = d.id""";

    private final EntityManager database;
    private final ObjectMapper json;

    DrawReading(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Draws before an id, newest first. */
    List<DrawLine> before(long id, int limit) {
        return lines(" where d.id < ?1 order by d.id desc limit ?2", id, limit);
    }

    /** @throws Problem absent */
    DrawLine one(long id) {
        return lines(" where d.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no draw " + id + "."));
    }

    private List<DrawLine> lines(String where, Object... parameters) {
        return Rows.of(database, SQL + where, parameters).stream().map(this::line).toList();
    }

    private DrawLine line(Tuple row) {
        return new DrawLine(row.get(0, Long.class), row.get(1, Long.class), Rows.text(row, 2), Rows.text(row, 3),
                row.get(4, Instant.class), row.get(5, Instant.class), row.get(6, Integer.class),
                row.get(7, Integer.class), Rows.text(row, 8), weights(Rows.text(row, 9)),
                Name.of(row.get(10, UUID.class), Rows.text(row, 11)), row.get(12, Instant.class),
                row.get(13, Long.class), row.get(14, Long.class), Rows.text(row, 15), Rows.text(row, 16),
                row.get(17, Long.class), row.get(18, Long.class));
    }

    private Map<String, Integer> weights(String kept) {
        try {
            return json.readValue(kept, WEIGHTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the weights of a draw cannot be read", damaged);
        }
    }
}
