package org.claimdesk.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Says of two claims that they are the same, that they are not, and takes it back: an act and an entry each. */
@ApplicationScoped
@Transactional
public class Matching {

    private static final String LOCK = "select id from claim where id in (?1, ?2) order by id for no key update";
    private static final String STANDING = """
            select id, same from claim_match
             where claim_id = least(cast(?1 as bigint), ?2) and other_id = greatest(cast(?1 as bigint), ?2) and ended_at is null""";
    private static final String SAY = """
            insert into claim_match (claim_id, other_id, same, decided_by, decided_at, decided_entry)
            values (least(cast(?1 as bigint), ?2), greatest(cast(?1 as bigint), ?2), ?3, ?4, ?5, ?6)""";
    private static final String END = """
            update claim_match set ended_by = ?2, ended_at = ?3, ended_entry = ?4, end_reason = ?5 where id = ?1""";

    private final EntityManager database;
    private final ClaimReading claims;
    private final SameClaims same;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Matching(EntityManager database, ClaimReading claims, SameClaims same, Register register, Ledger ledger,
            Clock clock) {
        this.database = database;
        this.claims = claims;
        this.same = same;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The role in which a person says what is the same as this claim, if they may: its own people and all who judge. */
    static Optional<Role> roleOn(ClaimLine claim, Acting who) {
        boolean reports = who.is(Role.REPORTER)
                && (who.worksOn(claim.desk()) || claim.assignee() != null && who.is(claim.assignee().id()));
        return List.of(Role.EDITOR, Role.REVIEWER, Role.STANDARDS, Role.REPORTER)
                .stream()
                .filter(role -> role == Role.REPORTER ? reports : who.is(role))
                .findFirst();
    }

    /**
     * Says whether another claim is the same as this one.
     *
     * @throws Problem absent; bad input where it is one claim; forbidden; conflict where one is dropped, or it has been
     *                 answered already
     */
    public void answer(long id, long other, boolean isSame, Acting who) {
        if (id == other) {
            throw Problem.badInput("other", "That is the claim itself.");
        }
        ClaimLine claim = held(id, other);
        Role role = role(claim, who);
        ClaimLine another = claims.line(other);
        if (claim.dropped() || another.dropped()) {
            throw Problem.conflict("One of the two is dropped.", List.of());
        }
        standing(id, other).ifPresent(row -> {
            throw Problem.conflict(row.get(1, Boolean.class)
                    ? "The two are linked already."
                    : "Somebody has said that the two are not the same. That can be taken back.", List.of());
        });
        if (same.sameClaims(id).stream().anyMatch(one -> one.claim() == other)) {
            throw Problem.conflict("The two are linked already, through another claim.", List.of());
        }
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(Act.of(isSame ? "LINK" : "UNLIKE", who, role, now, claim.article())
                .fact("first", id)
                .fact("second", other)
                .fact("otherArticle", another.article()));
        database.createNativeQuery(SAY)
                .setParameter(1, id)
                .setParameter(2, other)
                .setParameter(3, isSame)
                .setParameter(4, who.id())
                .setParameter(5, now)
                .setParameter(6, entry)
                .executeUpdate();
    }

    /**
     * Takes back what was said of two claims. They may still be linked through others.
     *
     * @throws Problem absent; forbidden; bad input without a reason; conflict where nothing has been said of them
     */
    public void unlink(long id, long other, String reason, Acting who) {
        ClaimLine claim = held(id, other);
        Role role = role(claim, who);
        String given = Input.prose("reason", reason, "Say why it is taken back.");
        Tuple said = standing(id, other)
                .orElseThrow(() -> Problem.conflict("Nothing has been said of these two.", List.of()));
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(Act.of("UNLINK", who, role, now, claim.article())
                .fact("first", id)
                .fact("second", other)
                .text("reason", given));
        database.createNativeQuery(END)
                .setParameter(1, said.get(0, Long.class))
                .setParameter(2, who.id())
                .setParameter(3, now)
                .setParameter(4, entry)
                .setParameter(5, given)
                .executeUpdate();
    }

    /** Both are locked, so that who answers at the same moment waits and then finds it answered. */
    private ClaimLine held(long id, long other) {
        Rows.of(database, LOCK, id, other);
        claims.line(other);
        return claims.line(id);
    }

    private static Role role(ClaimLine claim, Acting who) {
        return roleOn(claim, who).orElseThrow(() -> Problem.forbidden(
                "Only its assignee, a reporter of the desk, a reviewer, an editor or the standards desk says that."));
    }

    private Optional<Tuple> standing(long id, long other) {
        return Rows.of(database, STANDING, id, other).stream().findFirst();
    }
}
