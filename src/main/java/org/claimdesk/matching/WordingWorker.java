package org.claimdesk.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the words and the meaning of claims ready to be found, outside any request: one claim, one transaction. The row of
 * a job is held meanwhile, so that another instance takes the next one, and it is there again if this one is ended.
 */
@ApplicationScoped
class WordingWorker {

    private static final Logger LOG = Logger.getLogger(WordingWorker.class);
    private static final Duration WAIT = Duration.ofMinutes(1);
    /** All claims are gone through to find none, and none comes to be one while the model is on everywhere. */
    private static final Duration NEXT_LOOK = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private static final String NEXT = """
            select d.claim_id, c.exact, a.headline
              from claim_wording_due d join claim c on c.id = d.claim_id join article a on a.id = c.article_id
             where d.due_at <= ?1 order by d.due_at, d.claim_id limit 1 for update of d skip locked""";
    private static final String WORDS = """
            insert into claim_wording (claim_id, wording, heading) values (?1, ?2, ?3)
            on conflict (claim_id) do update set wording = excluded.wording, heading = excluded.heading""";
    private static final String MEANING = """
            insert into claim_vector (claim_id, model, wording, heading) values (?1, ?2, ?3, ?4)
            on conflict (claim_id) do update set model = excluded.model, wording = excluded.wording,
                heading = excluded.heading""";
    private static final String LATER = """
            update claim_wording_due set attempts = attempts + 1, due_at = ?2 where claim_id = ?1""";
    private static final String WITHOUT_MEANING = """
            insert into claim_wording_due (claim_id, due_at)
            select w.claim_id, cast(?1 as timestamptz) from claim_wording w
             where not exists (select from claim_vector v where v.claim_id = w.claim_id and v.model = ?2)
             order by w.claim_id limit %d on conflict do nothing""".formatted(AT_ONCE);

    private final EntityManager database;
    private final Understanding understanding;
    private final Clock clock;
    private final boolean automatic;
    private volatile Instant nextLook = Instant.MIN;

    /** @param automatic whether it works by itself */
    WordingWorker(EntityManager database, Understanding understanding, Clock clock,
            @ConfigProperty(name = "claimdesk.matching.automatic") boolean automatic) {
        this.database = database;
        this.understanding = understanding;
        this.clock = clock;
        this.automatic = automatic;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        boolean more = automatic;
        while (more) {
            more = runNext();
        }
    }

    /** Claims from a time when the model was switched off, or was another. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void catchUp() {
        Instant now = clock.instant();
        if (automatic && understanding.meaning() != null && !now.isBefore(nextLook)) {
            int found = QuarkusTransaction.requiringNew()
                    .call(() -> query(WITHOUT_MEANING, now, Meaning.MODEL).executeUpdate());
            nextLook = found == 0 ? now.plus(NEXT_LOOK) : now;
        }
    }

    /** Does what is due first. @return whether there was anything */
    boolean runNext() {
        long[] claim = {0};
        try {
            return QuarkusTransaction.requiringNew().call(() -> next(claim));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "The words of claim %d are looked at later", claim[0]);
            QuarkusTransaction.requiringNew()
                    .run(() -> query(LATER, claim[0], clock.instant().plus(WAIT)).executeUpdate());
            return false;
        }
    }

    private boolean next(long[] claim) {
        Instant now = clock.instant();
        List<Tuple> due = Rows.of(database, NEXT, now);
        if (due.isEmpty()) {
            return false;
        }
        claim[0] = due.get(0).get(0, Long.class);
        String wording = Wording.of(Rows.text(due.get(0), 1));
        String heading = Wording.of(Rows.text(due.get(0), 2));
        query(WORDS, claim[0], wording, heading).executeUpdate();
        Meaning meaning = understanding.meaning();
        if (meaning == null) {
            // What it meant before is not what it says now.
            query("delete from claim_vector where claim_id = ?1", claim[0]).executeUpdate();
        } else {
            query(MEANING, claim[0], Meaning.MODEL, meaning.of(wording), meaning.of(heading)).executeUpdate();
        }
        query("delete from claim_wording_due where claim_id = ?1", claim[0]).executeUpdate();
        return true;
    }

    private Query query(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
