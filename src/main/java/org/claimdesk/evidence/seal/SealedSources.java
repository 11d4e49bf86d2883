package org.claimdesk.evidence.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.spec.SecretKeySpec;

import com.google.crypto.tink.subtle.PrfHmacJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/**
 * Sources that are called by a number. One reporter's same person is known again and counts as one; another reporter learns
 * nothing by trying names, and says by the number that it is the same person.
 */
@ApplicationScoped
public class SealedSources {

    private static final Pattern NAME = Pattern.compile("(?i)sealed source .*");
    private static final String USE = "claimdesk-sealed-person/1";
    private static final String BY_NAME = "select id, name from source where sealed"
            + " and casefold(name collate pg_unicode_fast) = casefold(?1 collate pg_unicode_fast)";
    private static final String BY_PERSON = "select s.id, s.name from sealed_person p join source s on s.id = p.source_id"
            + " where p.fingerprint = ?1";
    private static final String INSERT = """
            insert into source (name, sealed, made_by, made_at)
            values ('Sealed source ' || nextval('sealed_source_seq'), true, ?1, ?2) on conflict do nothing returning id, name""";
    private static final String REMEMBER = "insert into sealed_person (fingerprint, source_id, key_id) values (?1, ?2, ?3)"
            + " on conflict do nothing";
    private static final String ONE_AT_A_TIME = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 11)) as text)";
    /** Somebody may have called ordinary sources like the next ones, before there were seals. */
    private static final int TRIES = 1_000;

    private final SealKeys keys;
    private final EntityManager database;

    SealedSources(SealKeys keys, EntityManager database) {
        this.keys = keys;
        this.database = database;
    }

    /**
     * The name of the source of a sealed interview: the one that was said, else the one under which this reporter has sealed
     * the same person before, else a new one.
     *
     * @param said what was typed as the source, or empty
     * @throws Problem bad input where that is no sealed source, or another than before; unavailable where there is no key
     */
    public String named(Identity who, String said, UUID by, Instant at) {
        keys.require();
        // The same reporter twice at once: the second waits and finds what the first has made.
        Rows.of(database, ONE_AT_A_TIME, by.toString());
        List<byte[]> fingerprints = keys.all().stream().map(key -> fingerprint(key, who, by)).toList();
        Optional<Tuple> before = fingerprints.stream()
                .flatMap(fingerprint -> Rows.of(database, BY_PERSON, (Object) fingerprint).stream())
                .findFirst();
        Tuple source = said.isEmpty() ? before.orElseGet(() -> made(by, at)) : chosen(said, before);
        database.createNativeQuery(REMEMBER)
                .setParameter(1, fingerprints.get(0))
                .setParameter(2, source.get(0, Long.class))
                .setParameter(3, keys.newest().id())
                .executeUpdate();
        return Rows.text(source, 1);
    }

    /**
     * Sees to it that a name like that of a sealed source is one.
     *
     * @param field where it was typed
     * @throws Problem bad input
     */
    public void known(String field, String name) {
        if (NAME.matcher(name).matches() && byName(name).isEmpty()) {
            throw Problem.badInput(field, "There is no sealed source of this number.");
        }
    }

    /** An interview that says who it was does not come from a sealed source: that would say who that is. @throws Problem bad input */
    public void notOpen(String name) {
        if (byName(name).isPresent()) {
            throw Problem.badInput("source", "An interview that is not sealed would say who the sealed source is.");
        }
    }

    private Tuple chosen(String said, Optional<Tuple> before) {
        Tuple source = byName(said).orElseThrow(() -> Problem.badInput("source",
                "A sealed interview comes from a sealed source: leave this empty, or name one, such as Sealed source 7."));
        before.filter(known -> !known.get(0).equals(source.get(0))).ifPresent(known -> {
            throw Problem.badInput("source", "You have sealed this person before, as " + Rows.text(known, 1) + ".");
        });
        return source;
    }

    private Optional<Tuple> byName(String name) {
        return Rows.of(database, BY_NAME, name).stream().findFirst();
    }

    private Tuple made(UUID by, Instant at) {
        for (int i = 0; i < TRIES; i++) {
            List<Tuple> made = Rows.of(database, INSERT, by, at);
            if (!made.isEmpty()) {
                return made.get(0);
            }
        }
        throw new IllegalStateException("no number is free for a sealed source");
    }

    /** Over reporter and name, so that a name tried by another reporter meets nothing. */
    private static byte[] fingerprint(SealKeys.Key key, Identity who, UUID by) {
        byte[] name = Slip.normal(who.person()).getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(16 + name.length)
                .putLong(by.getMostSignificantBits())
                .putLong(by.getLeastSignificantBits())
                .put(name)
                .array();
        try {
            return new PrfHmacJce("HMACSHA256",
                    new SecretKeySpec(key.derived(USE), "HMAC")).compute(text, SealKeys.BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", impossible);
        }
    }
}
