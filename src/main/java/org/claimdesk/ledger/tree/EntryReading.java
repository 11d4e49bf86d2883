package org.claimdesk.ledger.tree;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Acts;
import org.claimdesk.ledger.Blind;
import org.claimdesk.sql.Rows;

/** Entries as they stand in the ledger, newest first. */
@ApplicationScoped
class EntryReading {

    private static final String COLUMNS = "select e.id, l.idx, e.at, p.name, e.role, e.act, e.article_id, e.source_id, e.claim_id,"
            + " e.body from entry e join person p on p.id = e.person_id left join leaf l on l.entry_id = e.id";

    private final EntityManager database;
    private final Blind blind;

    EntryReading(EntityManager database, Blind blind) {
        this.database = database;
        this.blind = blind;
    }

    /**
     * An entry.
     *
     * @param index in the tree, from 0; null while it waits for it
     * @param who   null where it is hidden, as the body is: {@link Blind}
     * @param body  the canonical JSON
     */
    record Line(long id, Long index, Instant at, String who, String role, String act, Long article, Long source,
            Long claim, String body) {

        /** What was done, in words. */
        public String did() {
            return Acts.past(act);
        }

        private Line hidden() {
            return new Line(id, index, at, null, role, act, article, source, claim, null);
        }
    }

    List<Line> before(long id, int limit) {
        return lines(" where e.id < ?1 order by e.id desc limit ?2", id, limit);
    }

    /** None or one. */
    List<Line> one(long id) {
        return lines(" where e.id = ?1", id);
    }

    private List<Line> lines(String where, Object... parameters) {
        Blind.Hidden hidden = blind.hidden();
        return Rows.of(database, COLUMNS + where, parameters)
                .stream()
                .map(EntryReading::line)
                .map(line -> hidden.entry(line.act(), line.claim(), line.article()) ? line.hidden() : line)
                .toList();
    }

    private static Line line(Tuple row) {
        return new Line(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Instant.class), Rows.text(row, 3),
                Rows.text(row, 4), Rows.text(row, 5), row.get(6, Long.class), row.get(7, Long.class),
                row.get(8, Long.class), Rows.text(row, 9));
    }
}
