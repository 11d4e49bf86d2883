package org.claimdesk.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Revision;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.Person;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Quote;
import org.claimdesk.text.UnusableText;

/** Makes claims of words of an article, and sends them to desks and reporters. */
@ApplicationScoped
public class Marking {

    /** The longest words that are one claim, in code points. */
    public static final int LONGEST = 2_000;
    /** What is longer is not looked for; white space, and two for a letter beyond the basic plane, allowed for. */
    private static final int MOST_TYPED = 4 * LONGEST;
    private static final int CHOICES = 8;
    private static final Duration FURTHEST = Duration.ofDays(3650);

    private final Claims claims;
    private final Articles articles;
    private final ArticleReading reading;
    private final Directory directory;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Marking(Claims claims, Articles articles, ArticleReading reading, Directory directory, Register register,
            Ledger ledger,
            Clock clock) {
        this.claims = claims;
        this.articles = articles;
        this.reading = reading;
        this.directory = directory;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Marks words of an article as a claim.
     *
     * @param revision the revision the person read
     * @param type     what it states; null where the person does not say
     * @return the claim's id
     * @throws Problem bad input where the words do not occur, or occur more than once (its {@code places} tell where);
     *                 conflict where they are a claim already; stale where a newer revision has been filed
     */
    @Transactional
    public long mark(long articleId, int revision, Quote quote, ClaimType type, Assignment wanted, Acting who) {
        Article article = markable(articleId, revision, who);
        Anchor words = find(quote, articles.text(article));
        Claim same = claims.on(articleId, revision, words.start(), words.end());
        if (same != null) {
            throw Problem.conflict("These words are claim " + same.id() + " already.", List.of());
        }
        return mark(article, words, type, checked(wanted, article), who);
    }

    /**
     * Makes claims of whole sentences, in one act with one entry each. Sentences that are a claim already are passed over.
     *
     * @param numbers of 1 to 500 sentences of the revision
     * @param type    of all of them; null for the one suggested for each
     * @return the claims' ids
     * @throws Problem as for marking
     */
    @Transactional
    public List<Long> accept(long articleId, int revision, Set<Integer> numbers, ClaimType type, Assignment wanted,
            Acting who) {
        Article article = markable(articleId, revision, who);
        List<SentenceLine> sentences = reading.sentences(articleId, revision, numbers);
        CodePoints text = new CodePoints(articles.text(article).text());
        Assignment assignment = checked(wanted, article);
        Set<List<Integer>> already = claims.ranges(articleId, revision);
        List<Long> marked = new ArrayList<>();
        for (SentenceLine sentence : sentences) {
            if (sentence.end() - sentence.start() > LONGEST) {
                throw Problem.badInput("sentence", "Sentence %d is longer than a claim. Mark the assertion in it."
                        .formatted(sentence.number()));
            }
            if (!already.contains(List.of(sentence.start(), sentence.end()))) {
                marked.add(mark(article, Anchor.at(text, sentence.start(), sentence.end()),
                        type == null ? sentence.suggested() : type, assignment, who));
            }
        }
        return marked;
    }

    private Article markable(long articleId, int revision, Acting who) {
        Article article = articles.held(articleId);
        if (!who.is(Role.EDITOR)) {
            throw Problem.forbidden("Only an editor marks claims.");
        }
        Articles.checkRead(article, revision, "words");
        return article;
    }

    private long mark(Article article, Anchor words, ClaimType type, Assignment assignment, Acting who) {
        Instant now = clock.instant();
        register.remember(who);
        Claim claim = Claim.mark(article.id(), article.revision(), words, type, assignment, who.id(), now);
        claims.persist(claim);
        long entry = ledger.append(assigned(Act.of(Action.MARK.name(), who, Role.EDITOR, now, article.id()), assignment)
                .on(new Act.OnClaim(claim.id(), claim.version(), null, claim.state().name()))
                .fact("revision", article.revision())
                .fact("type", type == null ? null : type.name())
                .fact("start", words.start())
                .fact("end", words.end())
                .text("exact", words.exact()));
        claims.persist(Place.of(claim, article.revision(), entry));
        return claim.id();
    }

    /** The assignment, with the article's desk and deadline where none is given, its reporter being of its desk. */
    Assignment checked(Assignment wanted, Article article) {
        Newsroom newsroom = directory.newsroom();
        String desk = Input.blank(wanted.desk()) ? article.desk() : wanted.desk();
        if (!newsroom.has(desk)) {
            throw Problem.badInput("desk", "Choose a desk of the newsroom.");
        }
        if (wanted.assignee() != null) {
            Person reporter = newsroom.person(wanted.assignee())
                    .filter(person -> person.is(Role.REPORTER) && person.worksOn(desk))
                    .orElseThrow(() -> Problem.badInput("assignee", "Choose a reporter of the desk."));
            register.remember(reporter);
        }
        Instant deadline = wanted.deadline() == null ? article.deadline() : wanted.deadline();
        if (Duration.between(clock.instant(), deadline).abs().compareTo(FURTHEST) > 0) {
            throw Problem.badInput("deadline", "The deadline is more than ten years away.");
        }
        return new Assignment(desk, wanted.assignee(), deadline, wanted.risk() == null ? Risk.NORMAL : wanted.risk());
    }

    static Act assigned(Act act, Assignment assignment) {
        return act.fact("desk", assignment.desk())
                .fact("assignee", assignment.assignee() == null ? null : assignment.assignee().toString())
                .fact("deadline", assignment.deadline().toString())
                .fact("risk", assignment.risk().name());
    }

    /** The words of a quote in a text. @throws Problem bad input as for marking */
    public static Anchor find(Quote quote, Revision revision) {
        if (Input.blank(quote.exact())) {
            throw Problem.badInput("exact", "Select words of the article, or paste them.");
        }
        if (quote.exact().length() > MOST_TYPED) {
            throw tooLong();
        }
        CodePoints text = new CodePoints(revision.text());
        List<Anchor> found;
        try {
            found = quote.in(text);
        } catch (UnusableText unusable) {
            throw Problem.badInput("exact", unusable.getMessage());
        }
        if (found.isEmpty()) {
            throw Problem.badInput("exact",
                    "These words do not stand in the article. They must be the very words, in one piece.");
        }
        if (found.size() > 1) {
            throw Problem.badInput("exact",
                    "These words stand in the article " + found.size() + " times. Choose which are meant.",
                    Map.of("places", found.stream().limit(CHOICES).toList()));
        }
        Anchor words = found.get(0);
        if (words.end() - words.start() > LONGEST) {
            throw tooLong();
        }
        return words;
    }

    private static Problem tooLong() {
        return Problem.badInput("exact",
                "A claim has at most %,d characters. Mark the assertion itself.".formatted(LONGEST));
    }
}
