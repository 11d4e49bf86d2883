package org.claimdesk.standards.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.sql.Rows;

/** All draws, with their lists. */
@ApplicationScoped
class Draws implements PanacheRepository<Draw> {

    /** The most a draw is from. */
    static final int MOST = 500_000;
    /** Any number that nothing else locks in this database. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(109332618770804) as text)";
    /** Verdicts that stand and were not drawn before. */
    private static final String CANDIDATES = """
            select v.id, c.risk from verdict v join claim c on c.id = v.claim_id and c.verdict_id = v.id
             where c.dropped_at is null and v.given_at >= ?1 and v.given_at < ?2
               and (cast(?3 as text) is null or c.desk = ?3) and (cast(?4 as bigint) is null or c.article_id = ?4)
               and not exists (select from audit a where a.verdict_id = v.id)
             order by v.id limit ?5""";
    private static final String ITEMS = """
            insert into audit (draw_id, place, verdict_id, claim_id, article_id)
            select ?1, t.place, t.verdict, v.claim_id, c.article_id
              from unnest(cast(?2 as bigint[])) with ordinality t (verdict, place)
              join verdict v on v.id = t.verdict join claim c on c.id = v.claim_id""";

    /** One draw at a time, until the transaction ends. */
    void lock() {
        Rows.of(getEntityManager(), LOCK);
    }

    /** The one that waits for its seed. */
    Optional<Draw> pending() {
        return find("seed is null").firstResultOptional();
    }

    boolean knows(long article) {
        return !Rows.of(getEntityManager(), "select 1 from article where id = ?1", article).isEmpty();
    }

    /** In the order of their ids; one more than {@link #MOST} where there are more. */
    List<Candidate> candidates(Sample sample, Map<String, Integer> weights) {
        return Rows.of(getEntityManager(), CANDIDATES, sample.since(), sample.until(), sample.desk(), sample.article(),
                MOST + 1)
                .stream()
                .map(row -> new Candidate(row.get(0, Long.class), weights.get(Rows.text(row, 1))))
                .toList();
    }

    void keep(long draw, String list) {
        getEntityManager().createNativeQuery("insert into draw_list (draw_id, text) values (?1, ?2)")
                .setParameter(1, draw)
                .setParameter(2, list)
                .executeUpdate();
    }

    /** None where there is no such draw. */
    Optional<String> list(long draw) {
        return Rows.of(getEntityManager(), "select text from draw_list where draw_id = ?1", draw)
                .stream()
                .map(row -> Rows.text(row, 0))
                .findFirst();
    }

    /** @param verdicts in the order they were drawn */
    void drawn(long draw, List<Long> verdicts) {
        getEntityManager().createNativeQuery(ITEMS)
                .setParameter(1, draw)
                .setParameter(2, verdicts.toArray(Long[]::new))
                .executeUpdate();
    }
}
