package org.claimdesk.standards.correction;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.claimdesk.sql.Rows;

/** Opens cases, or adds to those that are open: at most one open case for a claim. Nothing is told twice for one claim. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Opening {

    /** Whoever decides one of them comes before this or after it, so that nothing is added to a case that is decided. */
    private static final String HOLD = """
            select id from correction_case where claim_id = any(?1) and decided_at is null order by claim_id for update""";
    private static final String OPEN = """
            insert into correction_case (article_id, claim_id, opened_at)
            select c.article_id, c.id, ?4 from claim c
             where c.id = any(?1) and (c.dropped_at is null or ?5 = 'DROPPED')
               and (c.article_id = ?3 or exists (select from publication p where p.article_id = c.article_id))
               and not exists (select from correction_case k join case_cause x on x.case_id = k.id
                                where k.claim_id = c.id and x.entry_id = ?2)
             order by c.id on conflict (claim_id) where decided_at is null do nothing""";
    private static final String ADD = """
            insert into case_cause (case_id, kind, claim_id, evidence_id, entry_id, at)
            select k.id, ?3, ?4, cast(?5 as bigint), ?2, ?6 from correction_case k
             where k.claim_id = any(?1) and k.decided_at is null
               and not exists (select from correction_case o join case_cause x on x.case_id = o.id
                                where o.claim_id = k.claim_id and x.entry_id = ?2)""";

    private final EntityManager database;

    Opening(EntityManager database) {
        this.database = database;
    }

    /**
     * @param claims     that which it happened to, and those that say the same; those of unpublished articles are passed over
     * @param publishing the article that is being marked as published, or 0
     */
    void open(Happened happened, Long[] claims, long publishing, Instant now) {
        Rows.of(database, HOLD, (Object) claims);
        query(OPEN, claims, happened.entry(), publishing, now, happened.cause().name()).executeUpdate();
        query(ADD, claims, happened.entry(), happened.cause().name(), happened.claim(),
                happened.evidence() == null ? null : happened.evidence().toString(), happened.at()).executeUpdate();
    }

    private Query query(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
