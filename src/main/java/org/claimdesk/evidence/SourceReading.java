package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads sources for pages and the API. */
@ApplicationScoped
public class SourceReading {

    private static final int KNOWN = 200;
    private static final String LINES = """
            select s.id, s.name, s.made_by, m.name as maker, s.made_at, s.discredited_by, d.name as discrediter, s.discredited_at,
                   s.discredit_reason,
                   (select count(distinct e.claim_id) from evidence e where e.source_id = s.id or e.origin_id = s.id) as claims
              from source s join person m on m.id = s.made_by left join person d on d.id = s.discredited_by""";
    private static final String FOUND = " where s.id < ?1 and position(casefold(?2 collate pg_unicode_fast)"
            + " in casefold(s.name collate pg_unicode_fast)) > 0 order by s.id desc limit ?3";
    private static final String NAMES = "select name from source where discredited_at is null order by id desc limit "
            + KNOWN;

    private final EntityManager database;

    SourceReading(EntityManager database) {
        this.database = database;
    }

    /**
     * Sources before an id, newest first.
     *
     * @param part letters of their names, whatever the capitals; empty for all
     */
    public List<SourceLine> list(String part, long before, int limit) {
        return Rows.of(database, LINES + FOUND, before, part, limit).stream().map(SourceReading::line).toList();
    }

    /** @throws Problem absent */
    public SourceLine line(long id) {
        return Rows.of(database, LINES + " where s.id = ?1", id)
                .stream()
                .map(SourceReading::line)
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no source " + id + "."));
    }

    /** The names of the 200 newest that are not discredited, to choose from. */
    public List<String> known() {
        return Rows.of(database, NAMES).stream().map(row -> Rows.text(row, 0)).toList();
    }

    private static SourceLine line(Tuple row) {
        return new SourceLine(row.get(0, Long.class), Rows.text(row, 1), name(row, 2), row.get(4, Instant.class),
                name(row, 5), row.get(7, Instant.class), Rows.text(row, 8), row.get(9, Long.class));
    }

    private static Name name(Tuple row, int column) {
        return Name.of(row.get(column, UUID.class), Rows.text(row, column + 1));
    }
}
