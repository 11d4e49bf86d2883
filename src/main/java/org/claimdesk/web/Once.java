package org.claimdesk.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does what is asked with a key once. The answer is kept in the transaction of the act, so a repeat, also one at the same
 * time or after a crash, gets the same answer and nothing is done again.
 */
@ApplicationScoped
public class Once {

    /** How long answers are kept. */
    static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_KEY = 200;
    private static final byte[] USE = "claimdesk-once/1".getBytes(StandardCharsets.UTF_8);
    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {
    };

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecretKeySpec secret;

    Once(EntityManager database, ObjectMapper json, Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs an act in one transaction.
     *
     * @param key     the Idempotency-Key, or null to just run it
     * @param request what is asked, to tell a repeat from another use of the key
     * @throws Problem of the act, after everything is rolled back; key reused, where the key came with another request
     */
    public Answer run(Acting who, String key, Object request, Supplier<Answer> act) {
        return keyed(key) ? once(who, key, fingerprint(request), act) : transaction(() -> act.get().written(json));
    }

    /**
     * The same for an act that needs something first which takes long, such as a page from the web: that is done before the
     * transaction, and not at all where the key has its answer already.
     *
     * @param before what is needed first; it changes nothing
     */
    public <T> Answer run(Acting who, String key, Object request, Supplier<T> before, Function<T, Answer> act) {
        if (!keyed(key)) {
            T needed = before.get();
            return transaction(() -> act.apply(needed).written(json));
        }
        byte[] fingerprint = fingerprint(request);
        Optional<Answer> earlier = QuarkusTransaction.requiringNew().call(() -> answered(who, key, fingerprint));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        T needed = before.get();
        return once(who, key, fingerprint, () -> act.apply(needed));
    }

    private static boolean keyed(String key) {
        if (key != null && key.length() > LONGEST_KEY) {
            throw Problem.badInput("Idempotency-Key", "The key has more than 200 characters.");
        }
        return key != null && !key.isBlank();
    }

    private Answer once(Acting who, String key, byte[] fingerprint, Supplier<Answer> act) {
        return transaction(() -> {
            if (!reserve(who, key, fingerprint)) {
                return answered(who, key, fingerprint).orElseThrow();
            }
            Answer answer = act.get().written(json);
            keep(who, key, answer);
            return answer;
        });
    }

    /** Where another act came first by a moment, that is a problem for the person like any other. */
    private static Answer transaction(Supplier<Answer> act) {
        try {
            return QuarkusTransaction.requiringNew().call(act::get);
        } catch (RuntimeException failed) {
            throw SameMoment.in(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    /** Waits for another transaction with the same key to end, if there is one. */
    private boolean reserve(Acting who, String key, byte[] fingerprint) {
        return database.createNativeQuery(
                "insert into once (person_id, key, fingerprint, at) values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, who.id())
                .setParameter(2, key)
                .setParameter(3, fingerprint)
                .setParameter(4, clock.instant())
                .executeUpdate() == 1;
    }

    /** What was answered to this key, if it was. */
    private Optional<Answer> answered(Acting who, String key, byte[] fingerprint) {
        List<Tuple> rows = Rows.of(database,
                "select fingerprint, status, headers::text, body from once where person_id = ?1 and key = ?2", who.id(),
                key);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Tuple row = rows.get(0);
        if (!Arrays.equals(row.get(0, byte[].class), fingerprint)) {
            throw Problem.of(Problem.Kind.KEY_REUSED, "This Idempotency-Key came with another request before.");
        }
        return Optional
                .of(new Answer(row.get(1, Integer.class), headers(row.get(2, String.class)), row.get(3, String.class)));
    }

    private void keep(Acting who, String key, Answer answer) {
        database.createNativeQuery(
                "update once set status = ?3, headers = cast(?4 as jsonb), body = ?5 where person_id = ?1 and key = ?2")
                .setParameter(1, who.id())
                .setParameter(2, key)
                .setParameter(3, answer.status())
                .setParameter(4, written(answer.headers()))
                .setParameter(5, (String) answer.body())
                .executeUpdate();
    }

    /** Forgets old answers. @return how many */
    int forget() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("delete from once where at < ?1")
                        .setParameter(1, clock.instant().minus(KEPT))
                        .executeUpdate());
    }

    /**
     * Keyed (HMAC-SHA-256): what was sent may hold a name that is nowhere to stand, and a bare digest of a name is found by
     * trying names.
     */
    private byte[] fingerprint(Object request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(USE);
            return mac.doFinal(written(request).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", impossible);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", unwritable);
        }
    }

    private Map<String, String> headers(String kept) {
        try {
            return json.readValue(kept, HEADERS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a kept answer cannot be read", damaged);
        }
    }
}
