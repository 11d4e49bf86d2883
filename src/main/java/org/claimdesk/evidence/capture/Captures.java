package org.claimdesk.evidence.capture;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
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
            select id, address, ?4, ?3, ?4, ?2 from evidence where id = ?1 on conflict (evidence_id) where state in ('WAITING', 'RUNNING') do nothing returning id""";
    private static final String NEXT = """
            update capture c set state = 'RUNNING', attempts = attempts + 1, started_at = ?1, lease_until = ?2, fetched = 0
             where c.id = (select o.id from capture o
                            where o.state in ('WAITING', 'RUNNING') and o.due_at <= ?1
                              and (o.state = 'WAITING' or o.lease_until < ?1)
                            order by o.asked_entry is null, o.due_at, o.id limit 1 for update skip locked)
            returning c.id, c.attempts, c.address, c.asked_by, c.evidence_id,
                      (select e.claim_id from evidence e where e.id = c.evidence_id) as claim_id,
                      (select k.article_id from evidence e join claim k on k.id = e.claim_id where e.id = c.evidence_id) as article_id,
                      (select n.role from entry n where n.id = c.asked_entry) as role""";
    /** Those that are withdrawn or dropped are put off too, so that they are not come across each time. */
    private static final String DUE = """
            with due as (select w.evidence_id from watch w where w.next_at <= ?1 order by w.next_at, w.evidence_id
                          limit greatest(0, ?3 - (select cast(count(*) as integer) from capture o
                                                   where o.state in ('WAITING', 'RUNNING') and o.asked_entry is null))
                          for update skip locked),
                 later as (update watch set next_at = ?2 where evidence_id in (select evidence_id from due))
            insert into capture (evidence_id, address, due_at, asked_by, asked_at)
            select e.id, e.address, ?1, ?4, ?1 from due join evidence e on e.id = due.evidence_id join claim c on c.id = e.claim_id
             where e.withdrawn_at is null and c.dropped_at is null
                on conflict do nothing returning id""";
    private static final String OWN = " where id = ?1 and attempts = ?2 and state = 'RUNNING'";

    private final EntityManager database;
    private final Ledger ledger;
    private final Watch watch;
    private final ObjectMapper json;
    private final Event<Asked> asked;

    Captures(EntityManager database, Ledger ledger, Watch watch, ObjectMapper json, Event<Asked> asked) {
        this.database = database;
        this.ledger = ledger;
        this.watch = watch;
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
        database.flush();
        long id = Rows.of(database, ASK, evidence, entry, by, at)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("It is being captured already.", List.of()))
                .get(0, Long.class);
        asked.fire(new Asked(id));
        return id;
    }

    /**
     * Asks for what is watched and due, in the service's own name; what people ask for goes first.
     *
     * @param later when what is asked for now is due again, should nobody finish it
     * @param most  how many of the service's own may wait at a time
     * @return how many were asked for
     */
    int due(Instant now, Instant later, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Tuple> rows = Rows.of(database, DUE, now, later, most, Acting.SERVICE.id());
            rows.forEach(row -> asked.fire(new Asked(row.get(0, Long.class))));
            return rows.size();
        });
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
            Look look = watch.missed(job.evidence(), miss);
            long entry = ledger.append(
                    look.into(job.finished(at).fact("result", "FAILED").fact("failure", miss.kind())));
            database.flush();
            update(job,
                    "update capture set state = 'FAILED', lease_until = null, finished_at = ?3, entry_id = ?4,"
                            + " failure_kind = ?5, failure = ?6, status = cast(?7 as integer),"
                            + " reference_id = cast(?8 as bigint), fate = cast(?9 as text)",
                    at, entry, miss.kind(), miss.getMessage(), text(miss.status()), text(look.reference()),
                    text(look.fate()));
            watch.looked(job, look, false, at);
            return true;
        });
    }

    /** Whether it is to be kept: not where the service looked by itself and it is as it was. */
    boolean worthKeeping(Job job, Likeness.Page page) {
        Look look = job.ours() ? watch.held(job.evidence(), page) : null;
        return look == null || look.likeness() == null || !look.likeness().nothingNew();
    }

    /**
     * @return false where it is another's by now, and nothing has been done
     * @throws Problem unavailable where it was not kept, and meanwhile somebody relies on another one
     */
    boolean done(Job job, Taken taken, Instant at) {
        byte[] text = taken.warc() == null ? null : taken.text().bytes();
        byte[] digest = text == null ? null : Sha256.of(text);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!own(job)) {
                return false;
            }
            Look look = watch.came(job.evidence(), taken.page());
            if (taken.warc() == null && (look.likeness() == null || !look.likeness().nothingNew())) {
                throw Problem.unavailable("It was not kept, and it is not as it was.", null);
            }
            long entry = ledger.append(look.into(job.finished(at)
                    .fact("result", "DONE")
                    .fact("sha256", taken.digest())
                    .fact("warc", taken.warc() == null ? null : taken.warc().digest())
                    .fact("text", Digests.hex(digest))));
            database.flush();
            if (text != null) {
                query("insert into capture_text (capture_id, text) values (?1, ?2)", job.id(), taken.text().text())
                        .executeUpdate();
            }
            update(job,
                    "update capture set state = 'DONE', lease_until = null, finished_at = ?3, entry_id = ?4,"
                            + " status = ?5, final_address = ?6, redirects = cast(?7 as jsonb), media_type = ?8, size = ?9,"
                            + " fetched = ?9, digest = decode(?10, 'hex'), warc_digest = decode(cast(?11 as text), 'hex'), warc_size = cast(?12 as bigint),"
                            + " text_digest = decode(cast(?13 as text), 'hex'), no_text = cast(?14 as text),"
                            + " failure = null, failure_kind = null, reference_id = cast(?15 as bigint), fate = cast(?16 as text),"
                            + " moved = cast(?17 as boolean), stood = cast(?18 as integer), lost = cast(?19 as bigint[]),"
                            + " content_digest = decode(cast(?20 as text), 'hex')",
                    at, entry, taken.status(), taken.address().toString(), list(taken.redirects()), taken.mediaType(),
                    taken.size(), taken.digest(), taken.warc() == null ? null : taken.warc().digest(),
                    taken.warc() == null ? null : text(taken.warc().size()), Digests.hex(digest),
                    taken.warc() == null ? null : taken.text().missing(), text(look.reference()), text(look.fate()),
                    look.likeness() == null ? null : text(look.likeness().moved()),
                    look.likeness() == null ? null : text(look.likeness().stood()),
                    look.likeness() == null ? null : array(look.likeness().lost()),
                    taken.warc() == null ? null : taken.content());
            watch.looked(job, look, true, at);
            return true;
        });
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

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String array(List<Long> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Job job(Tuple row) {
        return new Job(row.get(0, Long.class), row.get(1, Integer.class), row.get(2, String.class),
                row.get(3, UUID.class), row.get(4, Long.class), row.get(5, Long.class), row.get(6, Long.class),
                Rows.text(row, 7));
    }
}
