package org.claimdesk.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.evidence.Backing;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Exhibits;
import org.claimdesk.evidence.Origins;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Source;
import org.claimdesk.evidence.Sources;
import org.claimdesk.evidence.capture.Captures;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.placement.Placed;

/**
 * What people do with a claim, one method an act, each one transaction: the claim at the version the person saw, the
 * policy, the claim's own verb, the entry in the ledger. All throw {@link Problem}: absent, stale, conflict with what is
 * possible now, forbidden, or bad input with the field's name. Nothing is changed then.
 */
@ApplicationScoped
@Transactional
public class Checking {

    private final Claims claims;
    private final Articles articles;
    private final ArticleReading reading;
    private final Exhibits exhibits;
    private final Origins origins;
    private final Sources sources;
    private final Captures captures;
    private final Marking marking;
    private final Revising revising;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Checking(Claims claims, Articles articles, ArticleReading reading, Exhibits exhibits, Origins origins,
            Sources sources,
            Captures captures, Marking marking, Revising revising,
            Register register, Ledger ledger, Clock clock) {
        this.claims = claims;
        this.articles = articles;
        this.reading = reading;
        this.exhibits = exhibits;
        this.origins = origins;
        this.sources = sources;
        this.captures = captures;
        this.marking = marking;
        this.revising = revising;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    public void take(ClaimRef ref, Acting who) {
        act(Action.TAKE, ref, who, step -> step.claim.take(who.id(), step.now));
    }

    public void reassign(ClaimRef ref, Assignment wanted, Acting who) {
        act(Action.REASSIGN, ref, who, step -> {
            Assignment assignment = marking.checked(wanted, articles.get(step.claim.article()));
            step.claim.reassign(assignment, step.now);
            step.act = Marking.assigned(step.act, assignment);
        });
    }

    /** @return the id of the evidence */
    public long attach(ClaimRef ref, Piece piece, Acting who) {
        long[] id = new long[1];
        act(Action.ATTACH, ref, who, step -> {
            Evidence evidence = exhibits.attach(step.claim.id(), piece, who.id(), step.now, step.act);
            claims.sourced(step.claim, who.id());
            step.claim.attach(step.now);
            id[0] = evidence.id();
            if (evidence.kind() == Evidence.Kind.LINK) {
                step.then = entry -> captures.ask(evidence.id(), entry, who.id(), step.now);
            }
        });
        return id[0];
    }

    public void withdraw(ClaimRef ref, long evidenceId, String reason, Acting who) {
        act(Action.WITHDRAW, ref, who, step -> {
            Evidence evidence = exhibits.of(step.claim.id(), evidenceId);
            if (!who.is(evidence.attachedBy()) && !who.id().equals(step.claim.assignee())) {
                throw Problem.forbidden("Only its assignee or whoever attached it withdraws evidence.");
            }
            exhibits.withdraw(evidence, reason, who.id(), step.now);
            step.claim.withdraw(step.now);
            step.act.fact("evidence", evidence.id()).text("reason", reason);
        });
    }

    /** @param reason why it is enough, where the desk's rule of sources is not met; else it may be empty and is not kept */
    public void submit(ClaimRef ref, String reason, Acting who) {
        act(Action.SUBMIT, ref, who, step -> {
            step.waived(origins.held(step.claim.id(), step.claim.desk()), reason);
            claims.sourced(step.claim, who.id());
            step.claim.submit(step.now);
            step.act.ids("evidence", exhibits.standing(step.claim.id()));
        });
    }

    /** @param missing what is missing */
    public void giveBack(ClaimRef ref, String missing, Acting who) {
        act(Action.RETURN, ref, who, step -> {
            step.act.text("missing", Input.prose("missing", missing, "Say what is missing."));
            step.claim.giveBack(step.now);
        });
    }

    public void dispute(ClaimRef ref, Grounds grounds, String statement, Acting who) {
        act(Action.DISPUTE, ref, who, step -> object(step, grounds, statement, who));
    }

    /** Because a source of it has been discredited. */
    void dispute(ClaimRef ref, Source discredited, Acting who) {
        act(Action.DISPUTE, ref, who, step -> {
            object(step, Grounds.SOURCE, discredited.discreditReason(), who);
            step.act.fact("source", discredited.id());
        });
    }

    private void object(Step step, Grounds grounds, String statement, Acting who) {
        if (grounds == null || grounds == Grounds.FINDING) {
            throw Problem.badInput("grounds", "Say on what grounds.");
        }
        String stated = Input.prose("statement", statement, "State the objection.");
        if (step.claim.verdict() != null) {
            claims.verdict(step.claim.verdict()).end(Verdict.Ended.DISPUTED, null, who.id(), step.now);
        }
        step.claim.dispute(open(step.claim, grounds, stated, who, step.now), step.now);
        step.act.fact("grounds", grounds.name()).text("statement", stated);
    }

    /** @param statement may be empty where evidence has been attached since the dispute was opened */
    public void answer(ClaimRef ref, String statement, Acting who) {
        act(Action.ANSWER, ref, who, step -> {
            Dispute dispute = claims.dispute(step.claim.dispute());
            String stated = Input.prose("statement", statement);
            if (stated.isEmpty() && !exhibits.attachedSince(step.claim.id(), dispute.openedAt())) {
                throw Problem.badInput("statement", "Answer with a statement, or attach new evidence first.");
            }
            dispute.answer(stated, who.id(), step.now);
            claims.sourced(step.claim, who.id());
            step.claim.answer(step.now);
            step.act.fact("dispute", dispute.id()).text("statement", stated);
        });
    }

    /**
     * @param outcome of the disputes that are still undecided; null where there are none or they are one's own
     * @param reason  why it is enough, where the desk's rule of sources is not met; else it may be empty and is not kept
     */
    public void verify(ClaimRef ref, Rating rating, String rationale, Dispute.Outcome outcome, String reason,
            Acting who) {
        act(Action.VERIFY, ref, who, step -> {
            Input.chosen("rating", rating, "Choose a rating.");
            String reasoned = Input.prose("rationale", rationale, "Give the rationale.");
            String waived = step.waived(origins.held(step.claim.id(), step.claim.desk()), reason);
            List<Dispute> undecided = claims.undecided(step.claim.id());
            undecided.forEach(dispute -> dispute.decide(outcome, who.id(), step.now));
            List<Long> evidence = exhibits.standing(step.claim.id());
            Verdict verdict = Verdict.give(step.claim, rating, reasoned, waived, evidence, who.id(), step.now);
            claims.persist(verdict);
            step.claim.verify(verdict, step.now);
            step.act.ids("evidence", evidence)
                    .fact("verdict", verdict.id())
                    .fact("rating", rating.name())
                    .fact("outcome", undecided.isEmpty() ? null : undecided.get(undecided.size() - 1).outcome().name())
                    .text("rationale", reasoned)
                    .text("words", step.claim.words().exact());
        });
    }

    /** @param finding what the standards desk found */
    public void overturn(ClaimRef ref, String finding, Acting who) {
        act(Action.OVERTURN, ref, who, step -> {
            String found = Input.prose("finding", finding, "State the finding.");
            claims.verdict(step.claim.verdict()).end(Verdict.Ended.OVERTURNED, found, who.id(), step.now);
            step.act.fact("verdict", step.claim.verdict()).text("finding", found);
            step.claim.overturn(open(step.claim, Grounds.FINDING, found, who, step.now), step.now);
        });
    }

    public void drop(ClaimRef ref, String reason, Acting who) {
        act(Action.DROP, ref, who, step -> {
            String given = Input.prose("reason", reason, "Say why it is dropped.");
            step.claim.drop(given, step.now);
            step.act.text("reason", given);
        });
    }

    /**
     * Drops the claims that this person made of whole sentences and that nothing has happened to since: marked by mistake.
     *
     * @param numbers of sentences of the revision
     */
    public void takeBack(long articleId, int revision, Set<Integer> numbers, Acting who) {
        articles.held(articleId);
        for (SentenceLine sentence : reading.sentences(articleId, revision, numbers)) {
            Claim claim = claims.on(articleId, revision, sentence.start(), sentence.end());
            if (claim != null && claim.version() == 0 && who.is(claim.markedBy())) {
                drop(new ClaimRef(claim.id(), 0), "Marked by mistake.", who);
            }
        }
    }

    /**
     * A claim whose words have gone since it was dropped is orphaned. A verdict that leans on a source which was discredited
     * since is disputed in the same transaction, with an entry of its own, as it would have been then.
     */
    public void restore(ClaimRef ref, Acting who) {
        Article article = articles.held(claims.articleOf(ref.id()));
        act(Action.RESTORE, ref, who, step -> {
            Placed where = revising.find(step.claim, article);
            boolean gone = where.words() == null;
            Anchor words = gone ? step.claim.words() : where.words();
            if (claims.on(article.id(), gone ? step.claim.revision() : article.revision(), words.start(),
                    words.end()) != null) {
                throw Problem.conflict("The same words have been marked again since.", List.of());
            }
            boolean moved = step.claim.revision() != article.revision();
            step.claim.restore(article.revision(), where, step.now);
            Revising.placed(step.act, article.revision(), where);
            if (moved) {
                step.then = entry -> claims.persist(Place.of(step.claim, article.revision(), entry));
            }
        });
        claims.flush();
        origins.hold(List.of(ref.id()));
        claims.discreditedUnder(ref.id())
                .ifPresent(source -> dispute(new ClaimRef(ref.id(), ref.version() + 1), sources.get(source), who));
    }

    private Dispute open(Claim claim, Grounds grounds, String statement, Acting who, Instant now) {
        Dispute dispute = Dispute.open(claim.id(), grounds, statement, who.id(), now);
        claims.persist(dispute);
        return dispute;
    }

    /** The one way in which every act goes. */
    private void act(Action action, ClaimRef ref, Acting who, Consumer<Step> verb) {
        Claim claim = claims.at(ref);
        Policy.require(action, claims.facts(claim), who);
        register.remember(who);
        State from = claim.state();
        Instant now = clock.instant();
        Step step = new Step(claim, now,
                Act.of(action.name(), who, Policy.roleFor(action, who), now, claim.article()));
        verb.accept(step);
        step.then.accept(ledger
                .append(step.act
                        .on(new Act.OnClaim(claim.id(), ref.version() + 1, from.name(), claim.state().name()))));
    }

    private static final class Step {
        private final Claim claim;
        private final Instant now;
        private Act act;
        /** What needs the id of the entry. */
        private LongConsumer then = entry -> {};

        /** The history keeps how independent the evidence was and, where that is not enough, the reason. */
        private String waived(Backing backing, String reason) {
            String waived = backing.waived(reason);
            act.fact("supports", backing.supports())
                    .fact("contradicts", backing.contradicts())
                    .fact("ruleMet", backing.met())
                    .text("waived", waived);
            return waived;
        }

        Step(Claim claim, Instant now, Act act) {
            this.claim = claim;
            this.now = now;
            this.act = act;
        }
    }
}
