package org.claimdesk.standards.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.Articles;
import org.claimdesk.claim.Marking;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.Quote;

/** Says which words of an article give the context that a verdict asks for. */
@ApplicationScoped
public class GivingContext {

    private static final String ASKED = """
            select c.verdict_id, c.revision, c.start_at, c.end_at from claim c join verdict v on v.id = c.verdict_id
             where c.id = ?1 and c.article_id = ?2 and c.dropped_at is null and v.rating = 'NEEDS_CONTEXT' for share of c""";

    private final EntityManager database;
    private final Articles articles;
    private final GateReading gates;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    GivingContext(EntityManager database, Articles articles, GateReading gates, Register register, Ledger ledger,
            Clock clock) {
        this.database = database;
        this.articles = articles;
        this.gates = gates;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The words count while they stand in the text of the article, in whatever revision, and the verdict does too.
     *
     * @param revision the revision the person read
     * @throws Problem absent; stale where a newer revision has been filed; forbidden to all but editors, reviewers and the
     *                 standards desk, and to those who sourced the claim or wrote the article; conflict where its verdict
     *                 asks for no context; bad input where the words do not stand there, stand there more than once (its
     *                 {@code places} tell where), or are the claim's own
     */
    @Transactional
    public void give(long articleId, int revision, long claim, Quote words, Acting who) {
        Article article = articles.held(articleId);
        GatePolicy.require(GatePolicy.refusalToGiveContext(claim, gates.parts(articleId, who.id()), who));
        Articles.checkRead(article, revision, "words");
        Tuple asked = Rows.of(database, ASKED, claim, articleId)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("No verdict on claim " + claim + " asks for context.", List.of()));
        Anchor found = Marking.find(words, articles.text(article));
        if (asked.get(1, Integer.class) == revision && found.start() >= asked.get(2, Integer.class)
                && found.end() <= asked.get(3, Integer.class)) {
            throw Problem.badInput("exact", "These are words of the claim itself. Name those that give its context.");
        }
        register.remember(who);
        Instant now = clock.instant();
        long verdict = asked.get(0, Long.class);
        long entry = ledger.append(Act.of("CONTEXT", who, GatePolicy.contextRole(who), now, articleId)
                .fact("claim", claim)
                .fact("verdict", verdict)
                .fact("revision", revision)
                .fact("start", found.start())
                .fact("end", found.end())
                .text("exact", found.exact()));
        database.persist(ContextGiven.of(articleId, revision, claim, verdict, found, who.id(), now, entry));
    }
}
