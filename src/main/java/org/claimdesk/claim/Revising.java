package org.claimdesk.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Refiling;
import org.claimdesk.article.Revision;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.Quote;
import org.claimdesk.text.placement.Placed;
import org.claimdesk.text.placement.Placement;
import org.claimdesk.text.placement.Placing;

/** Files a new text of an article and places all its claims in it: one transaction, all of it or nothing. */
@ApplicationScoped
@Transactional
public class Revising {

    private final Claims claims;
    private final Articles articles;
    private final Refiling refiling;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Revising(Claims claims, Articles articles, Refiling refiling, Register register, Ledger ledger, Clock clock) {
        this.claims = claims;
        this.articles = articles;
        this.refiling = refiling;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What filing a revision came to.
     *
     * @param number of the revision
     * @param claims how many claims were placed in which way
     */
    public record Filed(int number, Map<Placement, Integer> claims) {}

    /**
     * Files a revision. Claims whose words stand in it go on; claims whose words changed are reworded, and a verdict on
     * them ends; claims whose words are gone are orphaned. Dropped claims stay where they were. One entry for the
     * revision, and one for each claim.
     *
     * @param base the revision the person knew
     * @throws Problem forbidden to all but editors; stale where another has been filed since; bad input where the copy is
     *                 none, or has the text that stands
     */
    public Filed file(long articleId, int base, Copy copy, Acting who) {
        Revision now = refiling.file(articleId, base, copy, claims::withVerdictsOf, who);
        Instant at = clock.instant();
        List<Claim> standing = claims.standing(articleId);
        Map<Placement, Integer> counts = new EnumMap<>(Placement.class);
        Set<List<Integer>> taken = new HashSet<>();
        // Orphans come from older texts; those of the last one choose their places first.
        TreeMap<Integer, List<Claim>> byRevision = standing.stream()
                .collect(Collectors.groupingBy(Claim::revision, TreeMap::new, Collectors.toList()));
        byRevision.descendingMap().forEach((number, those) -> {
            String old = articles.filed(articleId, number).text();
            List<Placed> placed = Placing.of(old, now.text(), those.stream().map(Claim::words).toList());
            for (int i = 0; i < those.size(); i++) {
                Placed where = placed.get(i);
                boolean free = where.words() == null
                        || taken.add(List.of(where.words().start(), where.words().end()));
                place(those.get(i), now.number(), free ? where : Placed.NOWHERE, at, who);
                counts.merge(free ? where.how() : Placement.ORPHANED, 1, Integer::sum);
            }
        });
        return new Filed(now.number(), counts);
    }

    /**
     * Says where the words of an orphaned claim are. Other words than it had reword it: a verdict on the old ones ends.
     *
     * @param revision the revision the person read
     * @throws Problem as for marking, or conflict where it is not orphaned
     */
    public void reattach(ClaimRef ref, int revision, Quote quote, Acting who) {
        Article article = articles.held(claims.articleOf(ref.id()));
        Claim claim = claims.at(ref);
        Policy.require(Action.REATTACH, claims.facts(claim), who);
        Articles.checkRead(article, revision, "words");
        Anchor words = Marking.find(quote, articles.text(article));
        Claim same = claims.on(article.id(), revision, words.start(), words.end());
        if (same != null) {
            throw Problem.conflict("These words are claim " + same.id() + " already.", List.of());
        }
        register.remember(who);
        boolean revoked = claim.verdict() != null && !words.exact().equals(claim.words().exact());
        Instant at = clock.instant();
        change(claim, revoked ? Action.REWORD : Action.REATTACH, revision, at, who, act -> {
            if (revoked) {
                reword(claim, revision, words, at, who, act);
            } else {
                claim.reattach(revision, words, at);
            }
            placed(act, revision, new Placed(claim.placement(), words)).text("exact", words.exact());
        });
    }

    /** Where the words of a claim are in the text that stands: its own, or nowhere. */
    Placed find(Claim claim, Article article) {
        if (claim.revision() == article.revision()) {
            return new Placed(claim.placement(), claim.words());
        }
        String old = articles.filed(article.id(), claim.revision()).text();
        return Placing.exactly(old, articles.text(article).text(), List.of(claim.words())).get(0);
    }

    /** Says in the entry where the words are. */
    static Act placed(Act act, int revision, Placed where) {
        return act.fact("revision", revision)
                .fact("placement", where.how().name())
                .fact("start", where.words() == null ? null : where.words().start())
                .fact("end", where.words() == null ? null : where.words().end());
    }

    private void place(Claim claim, int revision, Placed where, Instant at, Acting who) {
        Action action = switch (where.how()) {
            case PLACED, MOVED -> Action.PLACE;
            case REWORDED -> Action.REWORD;
            case ORPHANED -> Action.ORPHAN;
        };
        change(claim, action, revision, at, who, act -> {
            placed(act, revision, where);
            switch (action) {
                case PLACE -> claim.place(revision, where, at);
                case REWORD -> {
                    act.text("exact", where.words().exact());
                    reword(claim, revision, where.words(), at, who, act);
                }
                default -> claim.orphan(at);
            }
        });
    }

    private void reword(Claim claim, int revision, Anchor words, Instant at, Acting who, Act act) {
        if (claim.verdict() != null) {
            claims.verdict(claim.verdict()).end(Verdict.Ended.REWORDED, null, who.id(), at);
            act.fact("verdict", claim.verdict());
        }
        claim.reword(revision, words, at);
    }

    private void change(Claim claim, Action action, int revision, Instant at, Acting who, Consumer<Act> verb) {
        int version = claim.version() + 1;
        String from = claim.state().name();
        Act act = Act.of(action.name(), who, Role.EDITOR, at, claim.article());
        verb.accept(act);
        long entry = ledger.append(act.on(new Act.OnClaim(claim.id(), version, from, claim.state().name())));
        claims.persist(Place.of(claim, revision, entry));
    }
}
