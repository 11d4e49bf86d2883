package org.claimdesk.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.EntryBundle;
import org.erdtman.jcs.JsonCanonicalizer;

/** The append-only history: one entry for each act, in the transaction of the act. */
@ApplicationScoped
public class Ledger {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Event<Appended> appended;

    Ledger(EntityManager database, ObjectMapper json, Event<Appended> appended) {
        this.database = database;
        this.json = json;
        this.appended = appended;
    }

    /**
     * Appends the entry of an act and tells of it. MUST be called once for each act, within its transaction; if that rolls
     * back, so does the entry. Who acted MUST be in the register.
     *
     * @return the id of the entry
     * @throws Problem too large where the entry would have more than 65,535 bytes, which no bundle of entries can hold
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long append(Act act) {
        Map<String, Disclosure.Text> disclosed = new TreeMap<>();
        Map<String, String> commitments = new TreeMap<>();
        act.texts().forEach((field, text) -> {
            String salt = Commitment.salt();
            disclosed.put(field, new Disclosure.Text(salt, text));
            commitments.put(field, Commitment.to(text, salt));
        });
        String body = canonical(act, commitments);
        if (body.getBytes(StandardCharsets.UTF_8).length > EntryBundle.LONGEST) {
            throw Problem.tooLarge("That is too much for one act. Do it in several.");
        }
        Entry entry = Entry.of(act, body);
        database.persist(entry);
        if (!disclosed.isEmpty()) {
            database.persist(new Disclosure(entry.id(), disclosed));
        }
        appended.fire(new Appended(entry.id(), act));
        return entry.id();
    }

    /** The body of the entry. */
    String canonical(Act act, Map<String, String> commitments) {
        Map<String, Object> body = new TreeMap<>();
        body.put("v", 1);
        body.put("act", act.name());
        body.put("person", act.who().id().toString());
        body.put("role", act.role());
        body.put("at", iso(act.at()));
        if (act.article() != null) {
            body.put("article", act.article());
        }
        if (act.source() != null) {
            body.put("source", act.source());
        }
        if (act.claim() != null) {
            body.put("claim", act.claim().id());
            body.put("version", act.claim().version());
            body.put("to", act.claim().to());
            if (act.claim().from() != null) {
                body.put("from", act.claim().from());
            }
        }
        if (!act.facts().isEmpty()) {
            body.put("facts", act.facts());
        }
        if (!commitments.isEmpty()) {
            body.put("texts", commitments);
        }
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("an act that cannot be written as JSON: " + act.name(), unwritable);
        } catch (IOException uncanonical) {
            throw new IllegalArgumentException("an act that has no canonical JSON: " + act.name(), uncanonical);
        }
    }

    /** RFC 3339 in UTC with microseconds, the resolution of the database. */
    private static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
