package org.claimdesk.evidence.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Watches what becomes of the pages that evidence leans on: which capture people rely on, what the last look told, whether
 * somebody has to know, and when it is looked at again.
 */
@ApplicationScoped
public class Watch {

    static final Duration USUAL = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    /** What is away is asked for less and less, at last every sixteenth time. */
    private static final int MOST_DOUBLINGS = 4;
    private static final String KNOWN = """
            select w.reference_id, w.look_id, l.fate, w.open, w.misses from watch w left join capture l on l.id = w.look_id
             where w.evidence_id = ?1""";
    private static final String REFERENCE = """
            select encode(c.digest, 'hex'), c.final_address, t.text from capture c left join capture_text t on t.capture_id = c.id
             where c.id = ?1""";
    private static final String PASSAGES = """
            select p.id, p.exact, p.prefix, p.suffix from passage p
             where p.evidence_id = ?1 and p.capture_id is not null and p.digest is null order by p.id limit 1000""";
    private static final String LAST_KIND = """
            select failure_kind from capture where evidence_id = ?1 and finished_at is not null order by id desc limit 1""";
    private static final String LOOKED = """
            insert into watch (evidence_id, claim_id, reference_id, look_id, open, misses, next_at)
            values (?1, ?2, cast(?3 as bigint), cast(?4 as bigint), ?5, ?6, ?7) on conflict (evidence_id) do update
               set reference_id = excluded.reference_id, look_id = excluded.look_id, open = excluded.open,
                   misses = excluded.misses, next_at = excluded.next_at""";
    private static final String ACCEPT = """
            insert into acknowledgement (evidence_id, capture_id, reason, acknowledged_by, acknowledged_at, entry_id)
            values (?1, ?2, ?3, ?4, ?5, ?6)""";
    private static final String ACCEPTED = """
            update watch w set open = false,
                   reference_id = (select case c.state when 'DONE' then c.id else w.reference_id end from capture c where c.id = ?2)
             where evidence_id = ?1""";

    private final EntityManager database;
    private final Duration every;

    Watch(EntityManager database, @ConfigProperty(name = "claimdesk.capture.watch-every") Optional<Duration> every) {
        this.database = database;
        this.every = every.filter(time -> time.compareTo(Duration.ZERO) > 0).orElse(USUAL);
    }

    /**
     * What is known of a page.
     *
     * @param look the last capture that told anything, or null
     * @param fate what that told
     */
    record Known(Long reference, Long look, Fate fate, boolean open, int misses) {
        private static final Known NOTHING = new Known(null, null, null, false, 0);
    }

    /** Holds what came against the reference; nothing is changed. */
    @Transactional
    Look held(long evidence, Likeness.Page now) {
        return look(known(evidence, ""), evidence, now);
    }

    /** The same, and nobody else changes what is known until the transaction ends. It MUST come before the capture is changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    Look came(long evidence, Likeness.Page now) {
        return look(known(evidence, " for update of w"), evidence, now);
    }

    /** What it tells that nothing came. */
    @Transactional(Transactional.TxType.MANDATORY)
    Look missed(long evidence, Miss miss) {
        Known known = known(evidence, " for update of w");
        if (known.reference() == null) {
            return Look.first(known);
        }
        // A name server of our own that is away looks like a site that is gone: only the second time in a row counts.
        boolean gone = miss.kind().equals("NOT_THERE")
                || miss.kind().equals("NO_SITE") && Rows.of(database, LAST_KIND, evidence)
                        .stream()
                        .anyMatch(row -> "NO_SITE".equals(Rows.text(row, 0)));
        return new Look(known, known.reference(), gone ? Fate.GONE : Fate.UNSEEN, null);
    }

    private Known known(long evidence, String lock) {
        return Rows.of(database, KNOWN + lock, evidence)
                .stream()
                .findFirst()
                .map(row -> new Known(row.get(0, Long.class), row.get(1, Long.class),
                        Rows.constant(Fate.class, row, 2), row.get(3, Boolean.class), row.get(4, Integer.class)))
                .orElse(Known.NOTHING);
    }

    private Look look(Known known, long evidence, Likeness.Page now) {
        if (known.reference() == null) {
            return Look.first(known);
        }
        Tuple kept = Rows.of(database, REFERENCE, known.reference()).get(0);
        List<Likeness.Words> passages = Rows.of(database, PASSAGES, evidence)
                .stream()
                .map(row -> new Likeness.Words(row.get(0, Long.class), Rows.text(row, 1), Rows.text(row, 2),
                        Rows.text(row, 3)))
                .toList();
        Likeness likeness = Likeness.of(new Likeness.Page(Rows.text(kept, 0), Rows.text(kept, 1), Rows.text(kept, 2)),
                now, passages);
        return new Look(known, known.reference(), likeness.fate(), likeness);
    }

    /** Remembers what a capture told. MUST be called when it is finished, in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void looked(Job job, Look look, boolean done, Instant at) {
        int misses = done ? 0 : look.before().misses() + 1;
        Query looked = database.createNativeQuery(LOOKED)
                .setParameter(1, job.evidence())
                .setParameter(2, job.claim())
                .setParameter(3, text(done && look.reference() == null ? Long.valueOf(job.id()) : look.reference()))
                .setParameter(4, text(look.tells() ? Long.valueOf(job.id()) : look.before().look()))
                .setParameter(5, look.open())
                .setParameter(6, misses)
                .setParameter(7, at.plus(wait(job.evidence(), misses, look.fate())));
        looked.executeUpdate();
    }

    /** Until the next look, put off by up to a tenth so that what came together does not go on together. */
    private Duration wait(long evidence, int misses, Fate fate) {
        Duration wait = misses == 1 && fate == Fate.UNSEEN && every.compareTo(DAY) > 0
                ? DAY
                : every.multipliedBy(1L << Math.min(Math.max(misses - 1, 0), MOST_DOUBLINGS));
        return wait.plus(wait.dividedBy(10).multipliedBy(Math.floorMod(evidence * 7919, 100)).dividedBy(100));
    }

    /**
     * Keeps that somebody accepts the page as a capture found it. MUST be called within the act that does so, after
     * {@link #hold}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void accept(long evidence, long capture, String reason, long entry, UUID by, Instant at) {
        database.flush();
        query(ACCEPT, evidence, capture, reason, by, at, entry).executeUpdate();
        query(ACCEPTED, evidence, capture).executeUpdate();
    }

    /**
     * Nobody else changes what is known of the page until the transaction ends.
     *
     * @throws Problem conflict where this capture is not the last that told something, or nothing is open
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(long evidence, long capture) {
        if (Rows.of(database, "select 1 from watch where evidence_id = ?1 and look_id = ?2 and open for update",
                evidence,
                capture).isEmpty()) {
            throw Problem.conflict(
                    "There is nothing to accept: it was looked at again since, or somebody has accepted it.",
                    List.of());
        }
    }

    private Query query(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static String text(Long id) {
        return id == null ? null : id.toString();
    }
}
