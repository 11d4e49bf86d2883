package org.claimdesk.standards.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/**
 * Messages to other systems: written in the transaction of what they tell of, taken on by one instance at a time, and kept
 * until they were taken or given up.
 */
@ApplicationScoped
public class Deliveries {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String WRITE = """
            insert into delivery (hook, message, kind, article_id, body, made_at, due_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?6)""";
    /** One at a time for each receiver, so that one that hangs keeps nobody else waiting. */
    private static final String NEXT = """
            update delivery d set state = 'RUNNING', attempts = attempts + 1, lease_until = ?2
             where d.id = (select o.id from delivery o
                            where o.state in ('WAITING', 'RUNNING') and o.due_at <= ?1
                              and (o.state = 'WAITING' or o.lease_until < ?1)
                              and not exists (select from delivery r where r.hook = o.hook and r.state = 'RUNNING' and r.lease_until >= ?1)
                            order by o.due_at, o.id limit 1 for update skip locked)
            returning d.id, d.hook, cast(d.message as text) as message, d.body, d.attempts""";
    private static final String END = """
            update delivery set state = ?3, lease_until = null, finished_at = ?4, status = cast(?5 as integer), trouble = cast(?6 as text)
             where id = ?1 and attempts = ?2 and state = 'RUNNING'""";
    private static final String WAIT = """
            update delivery set state = 'WAITING', lease_until = null, due_at = ?3, status = cast(?4 as integer), trouble = cast(?5 as text)
             where id = ?1 and attempts = ?2 and state = 'RUNNING'""";
    private static final String AGAIN = """
            update delivery set state = 'WAITING', finished_at = null, attempts = 0, due_at = ?2
             where id = ?1 and state = 'GIVEN_UP'""";
    private static final String TROUBLED = """
            select d.id, d.hook, d.kind, d.article_id, a.headline, d.state = 'GIVEN_UP' as given_up, d.attempts, d.made_at, d.due_at,
                   d.status, d.trouble
              from delivery d join article a on a.id = d.article_id
             where d.state <> 'DONE' and d.trouble is not null order by d.id desc limit 100""";
    private static final String GIVEN_UP = "select count(*) from delivery where state = 'GIVEN_UP' and trouble is not null";

    private final EntityManager database;
    private final Hooks hooks;
    private final ObjectMapper json;

    Deliveries(EntityManager database, Hooks hooks, ObjectMapper json) {
        this.database = database;
        this.hooks = hooks;
        this.json = json;
    }

    /**
     * Writes a message to every receiver. MUST be called in the transaction of what it tells of.
     *
     * @param kind such as gate.opened
     * @param data what it is about, nothing personal and no text of the newsroom among it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String kind, long article, Map<String, ?> data, Instant at) {
        if (hooks.none()) {
            return;
        }
        Map<String, Object> about = new TreeMap<>(data);
        about.put("article", article);
        about.put("gate", "/api/v1/articles/" + article + "/gate");
        String body = written(new TreeMap<>(Map.of("type", kind, "timestamp", at.toString(), "data", about)));
        UUID message = UUID.randomUUID();
        hooks.names().forEach(hook -> update(WRITE, hook, message, kind, article, body, at));
    }

    /** How many messages nobody took, however often they were sent. */
    public long givenUp() {
        return Rows.of(database, GIVEN_UP).get(0).get(0, Long.class);
    }

    /** Messages that did not get through, newest first, at most 100. */
    List<DeliveryLine> troubled() {
        return Rows.of(database, TROUBLED)
                .stream()
                .map(row -> new DeliveryLine(row.get(0, Long.class), Rows.text(row, 1), Rows.text(row, 2),
                        row.get(3, Long.class), Rows.text(row, 4), row.get(5, Boolean.class),
                        row.get(6, Integer.class), row.get(7, Instant.class), row.get(8, Instant.class),
                        row.get(9, Integer.class), Rows.text(row, 10)))
                .toList();
    }

    /** Begins anew with one that was given up. @throws Problem conflict where it was not */
    @Transactional
    void again(long id, Instant now) {
        if (update(AGAIN, id, now) == 0) {
            throw Problem.conflict("This message was not given up, or is being sent again already.", List.of());
        }
    }

    /** Takes on the message that is due first, or that another instance has let fall. */
    Optional<Message> next(Instant now, Instant lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, NEXT, now, lease).stream().findFirst().map(Deliveries::message));
    }

    void taken(Message message, int status, Instant at) {
        end(message, "DONE", status, null, at);
    }

    void givenUp(Message message, Integer status, String trouble, Instant at) {
        end(message, "GIVEN_UP", status, trouble, at);
    }

    private void end(Message message, String state, Integer status, String trouble, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> update(END, message.id(), message.attempt(), state, at, text(status), trouble));
    }

    void wait(Message message, Instant until, Integer status, String trouble) {
        QuarkusTransaction.requiringNew()
                .run(() -> update(WAIT, message.id(), message.attempt(), until, text(status), trouble));
    }

    /** Forgets what was taken long ago. */
    void forget(Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> update("delete from delivery where state = 'DONE' and finished_at < ?1", now.minus(KEPT)));
    }

    private static Message message(Tuple row) {
        return new Message(row.get(0, Long.class), Rows.text(row, 1), Rows.text(row, 2), Rows.text(row, 3),
                row.get(4, Integer.class));
    }

    private int update(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    private static String text(Integer status) {
        return status == null ? null : status.toString();
    }

    private String written(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a message that cannot be written as JSON", unwritable);
        }
    }
}
