package org.claimdesk.packet;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/**
 * The entry PACK, which says how many other entries an article has and what they are. It is in the ledger like them, so
 * nobody can leave one of them out of a packet, nor a claim with all of its own.
 */
@ApplicationScoped
class Closing {

    private static final String ARTICLE = "select id from article where id = ?1";
    private static final String LAST = "select id, body from entry where article_id = ?1 and act = 'PACK' order by id desc limit 1";
    private static final String OTHERS = """
            select count(*), encode(sha256(coalesce(string_agg(o.hash, decode('', 'hex') order by o.hash), decode('', 'hex'))), 'hex')
              from (select sha256(decode('00', 'hex') || convert_to(e.body, 'UTF8')) as hash from entry e
                     where e.article_id = ?1 and e.id <> ?2) o""";

    private final EntityManager database;
    private final Ledger ledger;
    private final Register register;
    private final ObjectMapper json;
    private final Clock clock;

    Closing(EntityManager database, Ledger ledger, Register register, ObjectMapper json, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /** What there is beside the entry. @param sha256 over the leaf hashes of the others, sorted as bytes */
    private record Others(long entries, String sha256) {}

    /**
     * Appends the entry, unless the last one still says what there is.
     *
     * @throws Problem absent where there is no such article
     */
    void close(long article, Acting who) {
        register.remember(who);
        QuarkusTransaction.requiringNew().run(() -> {
            if (Rows.of(database, ARTICLE, article).isEmpty()) {
                throw Problem.absent("There is no article " + article + ".");
            }
            if (!closed(article)) {
                Others others = others(article, 0);
                Role role = who.is(Role.EDITOR) ? Role.EDITOR : Role.STANDARDS;
                ledger.append(Act.of("PACK", who, role, clock.instant(), article)
                        .fact("entries", others.entries)
                        .fact("sha256", others.sha256));
            }
        });
    }

    /** Whether nothing has been done on the article since. MUST be called within a transaction, and sees what that sees. */
    boolean closed(long article) {
        List<Tuple> last = Rows.of(database, LAST, article);
        if (last.isEmpty()) {
            return false;
        }
        Others others = others(article, last.get(0).get(0, Long.class));
        JsonNode said = facts(Rows.text(last.get(0), 1));
        return said.path("entries").asLong() == others.entries && said.path("sha256").asText().equals(others.sha256);
    }

    private Others others(long article, long but) {
        Tuple row = Rows.of(database, OTHERS, article, but).get(0);
        return new Others(row.get(0, Long.class), Rows.text(row, 1));
    }

    private JsonNode facts(String body) {
        try {
            return json.readTree(body).path("facts");
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an entry cannot be read", damaged);
        }
    }
}
