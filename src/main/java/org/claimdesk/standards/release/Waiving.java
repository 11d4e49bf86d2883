package org.claimdesk.standards.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Articles;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets single items of a gate pass, and takes that back: one transaction and one entry each. */
@ApplicationScoped
@Startup
public class Waiving {

    private static final Duration MOST = Duration.ofDays(366);

    private final EntityManager database;
    private final Articles articles;
    private final GateReading gates;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;
    private final Duration longest;

    /** @param longest that a waiver may hold; a value that is none stops the start */
    Waiving(EntityManager database, Articles articles, GateReading gates, Register register, Ledger ledger, Clock clock,
            @ConfigProperty(name = "claimdesk.waiver.longest") Duration longest) {
        if (longest.isNegative() || longest.isZero() || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("CLAIMDESK_WAIVER_LONGEST is a time up to 366 days, not " + longest);
        }
        this.database = database;
        this.articles = articles;
        this.gates = gates;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
        this.longest = longest;
    }

    /** The longest that a waiver may hold. */
    Duration longest() {
        return longest;
    }

    /**
     * Waives an item as it stands. Where the claim gets another version, the sentence another revision, or the evidence
     * another finding, it lets nothing pass any more.
     *
     * @param key   of the item
     * @param stood as the person saw it
     * @return the id of the waiver
     * @throws Problem absent; stale where the item is not (so) any more; forbidden to all but the standards desk, and to
     *                 those of it who sourced or verified the claim or wrote the article; conflict where it is waived
     *                 already; bad input without a reason, without an end, or with one that is past or too far away
     */
    @Transactional
    public long waive(long articleId, String key, String stood, String reason, Instant expires, Acting who) {
        articles.held(articleId);
        Instant now = clock.instant();
        Gate gate = gates.of(articleId, now);
        // The role before anything else, so that nobody learns by trying what is there.
        GatePolicy.require(GatePolicy.refusalToWaive(null, gates.parts(articleId, who.id()), who));
        if (gate.waived().stream().anyMatch(waived -> waived.item().key().equals(key))) {
            throw Problem.conflict("It is waived already.", List.of());
        }
        Item item = gate.items()
                .stream()
                .filter(one -> one.same(key, stood))
                .findFirst()
                .orElseThrow(() -> Problem.stale(
                        "It does not stand in the way any more, or not as you saw it. Nothing was waived; look again."));
        GatePolicy.require(GatePolicy.refusalToWaive(item.claim(), gates.parts(articleId, who.id()), who));
        String why = Input.prose("reason", reason, "Say why it may go out all the same.");
        check(Input.chosen("expires", expires, "Say until when it holds."), now);
        register.remember(who);
        long id = Rows.of(database, "select nextval('waiver_seq')").get(0).get(0, Long.class);
        long entry = ledger.append(Act.of("WAIVE", who, Role.STANDARDS, now, articleId)
                .fact("waiver", id)
                .fact("kind", item.kind().name())
                .fact("claim", item.claim())
                .fact("sentence", item.sentence())
                .fact("evidence", item.evidence())
                .fact("reply", item.reply())
                .fact("stood", item.stood())
                .fact("expires", expires.toString())
                .text("reason", why));
        database.persist(Waiver.of(id, articleId, item, why, expires, who.id(), now, entry));
        return id;
    }

    /**
     * Withdraws a waiver.
     *
     * @throws Problem absent, also where it is of another article; forbidden to all but the standards desk; conflict where
     *                 it has ended; bad input without a reason
     */
    @Transactional
    public void withdraw(long articleId, long id, String reason, Acting who) {
        articles.held(articleId);
        GatePolicy.require(GatePolicy.refusalToWithdraw(who));
        Waiver waiver = database.find(Waiver.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (waiver == null || waiver.article() != articleId) {
            throw Problem.absent("Article " + articleId + " has no waiver " + id + ".");
        }
        Instant now = clock.instant();
        if (waiver.withdrawn() || !waiver.expires().isAfter(now)) {
            throw Problem.conflict("The waiver has ended already.", List.of());
        }
        String why = Input.prose("reason", reason, "Say why it is withdrawn.");
        register.remember(who);
        waiver.withdraw(why, who.id(), now, ledger.append(Act.of("UNWAIVE", who, Role.STANDARDS, now, articleId)
                .fact("waiver", id)
                .text("reason", why)));
    }

    private void check(Instant expires, Instant now) {
        if (!expires.isAfter(now)) {
            throw Problem.badInput("expires", "That is past: the waiver would hold for no moment.");
        }
        if (expires.isAfter(now.plus(longest))) {
            throw Problem.badInput("expires", "A waiver holds for at most " + words(longest) + ".");
        }
    }

    static String words(Duration time) {
        return time.toHours() < 48 ? time.toHours() + " hours" : time.toDays() + " days";
    }
}
