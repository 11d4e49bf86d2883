package org.claimdesk.article;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/** Says of sentences that they hold no claim, so that nothing in an article is left unlooked at. */
@ApplicationScoped
public class Accounting {

    /** The most sentences of one act. */
    public static final int MOST = 500;

    private final EntityManager database;
    private final Articles articles;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Accounting(EntityManager database, Articles articles, Register register, Ledger ledger, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Calls sentences of the revision that stands an opinion or no fact, or takes that back. What they were called before
     * stands in the entry. Those that are called so already are passed over.
     *
     * @param revision the revision the person read
     * @throws Problem forbidden to all but editors; stale where a newer revision has been filed; bad input where a number
     *                 is none of its sentences
     */
    @Transactional
    public void call(long articleId, int revision, Set<Integer> numbers, Disposition called, Acting who) {
        if (!who.is(Role.EDITOR)) {
            throw Problem.forbidden("Only an editor says what a sentence is.");
        }
        Articles.checkRead(articles.held(articleId), revision, "sentences");
        if (called == null) {
            throw Problem.badInput("disposition", "Say what they are: opinion, no fact, or unreviewed.");
        }
        List<Sentence> changing = find(articleId, revision, numbers).stream()
                .filter(sentence -> sentence.disposition() != called)
                .toList();
        if (changing.isEmpty()) {
            return;
        }
        register.remember(who);
        long entry = ledger.append(Act.of("ACCOUNT", who, Role.EDITOR, clock.instant(), articleId)
                .fact("revision", revision)
                .fact("disposition", called.name())
                .fact("sentences", changing.stream().map(Sentence::number).toList())
                .fact("before", changing.stream().map(sentence -> sentence.disposition().name()).toList()));
        changing.forEach(sentence -> sentence.call(called, entry));
    }

    private List<Sentence> find(long article, int revision, Set<Integer> numbers) {
        checkNumber(numbers);
        List<Sentence> found = database
                .createQuery("from Sentence where article = ?1 and revision = ?2 and number in ?3 order by number",
                        Sentence.class)
                .setParameter(1, article)
                .setParameter(2, revision)
                .setParameter(3, new TreeSet<>(numbers))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return all(found, numbers);
    }

    static void checkNumber(Set<Integer> numbers) {
        if (numbers.isEmpty() || numbers.size() > MOST) {
            throw Problem.badInput("sentence", "Choose 1 to " + MOST + " sentences.");
        }
    }

    /** What was found of these numbers, if it is all of them. */
    static <T> List<T> all(List<T> found, Set<Integer> numbers) {
        if (found.size() < numbers.size()) {
            throw Problem.badInput("sentence", "The article has no such sentence.");
        }
        return found;
    }
}
