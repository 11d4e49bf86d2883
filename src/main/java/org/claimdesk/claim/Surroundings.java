package org.claimdesk.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.sql.Rows;

/** Reads what stood around the words of a claim in a revision that may not be the last. */
@ApplicationScoped
public class Surroundings {

    private static final String SQL = """
            select substr(r.text, greatest(p.start_at - %1$d + 1, 1), least(p.start_at, %1$d)) as before,
                   substr(r.text, p.end_at + 1, %1$d) as after
              from placement p join claim c on c.id = p.claim_id
              join revision r on r.article_id = c.article_id and r.number = p.revision
             where p.claim_id = ?1 and p.revision = ?2 and p.start_at is not null order by p.id desc limit 1"""
            .formatted(Context.READ);

    private final EntityManager database;

    Surroundings(EntityManager database) {
        this.database = database;
    }

    /** Words of the article on either side, of the same paragraph, empty where there are none. */
    public record Words(String before, String after) {}

    public Words of(long claim, int revision) {
        return Rows.of(database, SQL, claim, revision)
                .stream()
                .map(row -> new Words(Context.before(Rows.text(row, 0)), Context.after(Rows.text(row, 1))))
                .findFirst()
                .orElse(new Words("", ""));
    }
}
