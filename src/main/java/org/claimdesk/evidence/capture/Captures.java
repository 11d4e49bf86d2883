package org.claimdesk.evidence.capture;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.content.Sha256;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/**
 * The captures of all evidence: asked for in the act that attaches a link, taken on by one instance at a time, and
 * finished with an entry in the history. What an instance does with a job is done only while the job is still its own.
 */
@ApplicationScoped
public class Captures {

    private static final String ASK = """
            insert into capture (evidence_id, address, due_at, asked_by, asked_at, asked_entry)
            select id, address, ?4, ?3, ?4, ?2 from evidence where id = ?1 returning id""";
    private static final String NEXT = """
            update capture c set state = 'RUNNING', attempts = attempts + 1, started_at = ?1, lease_until = ?2, fetched = 0
             where c.id = (select o.id from capture o
                            where o.state in ('WAITING', 'RUNNING') and o.due_at <= ?1
                              and (o.state = 'WAITING' or o.lease_until < ?1)
                            order by o.due_at, o.id limit 1 for update skip locked)
            returning c.id, c.attempts, c.address, c.asked_by, c.evidence_id,
                      (select e.claim_id from evidence e where e.id = c.evidence_id) as claim_id,
                      (select k.article_id from evidence e join claim k on k.id = e.claim_id where e.id = c.evidence_id) as article_id""";
    private static final String OWN = " where id = ?1 and attempts = ?2 and state = 'RUNNING'";

    private final EntityManager database;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final Event<Asked> asked;

    Captures(EntityManager database, Ledger ledger, ObjectMapper json, Event<Asked> asked) {
        this.database = database;
        this.ledger = ledger;
        this.json = json;
        this.asked = asked;
    }

    /** Told within the transaction in which a capture is asked for. */
    record Asked(long capture) {}

    /**
     * Asks for what stands at the address of a piece of evidence. MUST be called within the act that does so.
     *
     * @param entry the act's, in the history
     * @return the id of the capture
     * @throws Problem conflict where one is under way
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long ask(long evidence, long entry, UUID by, Instant at) {
        if (!Rows.of(database, "select id from capture where evidence_id = ?1 and finished_at is null", evidence)
                .isEmpty()) {
            throw Problem.conflict("It is being captured already.", List.of());
        }
        database.flush();
        long id = Rows.of(database, ASK, evidence, entry, by, at).get(0).get(0, Long.class);
        asked.fire(new Asked(id));
        return id;
    }

    /** Takes on the capture that is due first, or that another instance has let fall. */
    Optional<Job> next(Instant now, Instant lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, NEXT, now, lease).stream().findFirst().map(Captures::job));
    }

    /** Says how far it is, and keeps it from others for longer. @return false where it is another's by now */
    boolean going(Job job, long fetched, Instant lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> update(job, "update capture set fetched = ?3, lease_until = ?4", fetched, lease));
    }

    /** Puts it off: why it failed may pass. */
    boolean later(Job job, Miss miss, Instant due) {
        return QuarkusTransaction.requiringNew()
                .call(() -> update(job, "update capture set state = 'WAITING', lease_until = null, due_at = ?3,"
                        + " failure_kind = ?4, failure = ?5, status = cast(?6 as integer)", due, miss.kind(),
                        miss.getMessage(), text(miss.status())));
    }

    /** @return false where it is another's by now, and nothing has been done */
    boolean failed(Job job, Miss miss, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!own(job)) {
                return false;
            }
            long entry = ledger.append(act(job, at).fact("result", "FAILED").fact("failure", miss.kind()));
            database.flush();
            return update(job,
                    "update capture set state = 'FAILED', lease_until = null, finished_at = ?3, entry_id = ?4,"
                            + " failure_kind = ?5, failure = ?6, status = cast(?7 as integer)",
                    at, entry, miss.kind(), miss.getMessage(), text(miss.status()));
        });
    }

    /** @return false where it is another's by now, and nothing has been done */
    boolean done(Job job, Taken taken, Instant at) {
        byte[] text = taken.text().bytes();
        byte[] digest = text == null ? null : Sha256.of(text);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!own(job)) {
                return false;
            }
            long entry = ledger.append(act(job, at).fact("result", "DONE")
                    .fact("sha256", taken.digest())
                    .fact("warc", taken.warc().digest())
                    .fact("text", Digests.hex(digest)));
            database.flush();
            if (text != null) {
                query("insert into capture_text (capture_id, text) values (?1, ?2)", job.id(), taken.text().text())
                        .executeUpdate();
            }
            return update(job,
                    "update capture set state = 'DONE', lease_until = null, finished_at = ?3, entry_id = ?4,"
                            + " status = ?5, final_address = ?6, redirects = cast(?7 as jsonb), media_type = ?8, size = ?9,"
                            + " fetched = ?9, digest = decode(?10, 'hex'), warc_digest = decode(?11, 'hex'), warc_size = ?12,"
                            + " text_digest = decode(cast(?13 as text), 'hex'), no_text = cast(?14 as text),"
                            + " failure = null, failure_kind = null, content_digest = decode(?15, 'hex')",
                    at, entry, taken.status(), taken.address().toString(), list(taken.redirects()), taken.mediaType(),
                    taken.size(), taken.digest(), taken.warc().digest(), taken.warc().size(),
                    digest == null ? null : HexFormat.of().formatHex(digest), taken.text().missing(), taken.content());
        });
    }

    private static Act act(Job job, Instant at) {
        // In whose name it is done; the register knows them since they asked.
        Acting who = new Acting(job.askedBy(), "", "", Set.of(Role.REPORTER), Set.of());
        return Act.of("CAPTURE", who, Role.REPORTER, at, job.article())
                .fact("claim", job.claim())
                .fact("evidence", job.evidence())
                .fact("capture", job.id());
    }

    private boolean own(Job job) {
        return !Rows.of(database, "select id from capture" + OWN + " for update", job.id(), job.attempt()).isEmpty();
    }

    private boolean update(Job job, String change, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = job.id();
        all[1] = job.attempt();
        System.arraycopy(values, 0, all, 2, values.length);
        return query(change + OWN, all).executeUpdate() == 1;
    }

    private Query query(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                query.setParameter(i + 1, (String) null);
            } else {
                query.setParameter(i + 1, values[i]);
            }
        }
        return query;
    }

    private String list(List<URI> addresses) {
        try {
            return json.writeValueAsString(addresses.stream().map(URI::toString).toList());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("addresses that cannot be written as JSON", unwritable);
        }
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private static Job job(Tuple row) {
        return new Job(row.get(0, Long.class), row.get(1, Integer.class), row.get(2, String.class),
                row.get(3, UUID.class), row.get(4, Long.class), row.get(5, Long.class), row.get(6, Long.class));
    }
}
