package org.claimdesk.desk;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Excerpt;
import org.claimdesk.ledger.Acts;
import org.claimdesk.people.Acting;
import org.claimdesk.sql.Rows;

/** What others did lately to claims a person has or had a hand in. */
@ApplicationScoped
class Lately {

    private static final String SQL = """
            select e.act, e.at, p.name as who, c.id, c.exact from entry e join claim c on c.id = e.claim_id join person p on p.id = e.person_id
             where e.id in (
                   (select n.id from claim m join entry n on n.claim_id = m.id and n.claim_version = m.version
                     where m.assignee = %1$s and m.dropped_at is null and n.person_id <> ?1 order by m.changed_at desc limit 8)
             union (select n.id from claim m join entry n on n.claim_id = m.id and n.claim_version = m.version
                     where m.marked_by = %1$s and n.person_id <> ?1 order by m.changed_at desc limit 8))
             order by e.at desc limit 8"""
            .formatted(Queues.ME);

    private static final int WORDS = 60;

    private final EntityManager database;

    Lately(EntityManager database) {
        this.database = database;
    }

    record Note(String act, Instant at, String who, long claim, String words) {}

    List<Note> of(Acting who) {
        return Rows.of(database, SQL, who.id()).stream().map(Lately::note).toList();
    }

    private static Note note(Tuple row) {
        return new Note(Acts.past(Rows.text(row, 0)), row.get(1, Instant.class), Rows.text(row, 2),
                row.get(3, Long.class), Excerpt.quoted(Rows.text(row, 4), WORDS));
    }
}
