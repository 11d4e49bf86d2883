package org.claimdesk.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Manuscript;

/** Brings articles in. */
@ApplicationScoped
public class Filing {

    /** The longest text that is taken, in characters: a book of some 80,000 words. */
    public static final int MOST = 500_000;
    private static final Duration FURTHEST = Duration.ofDays(3650);

    private final Articles articles;
    private final Directory directory;
    private final Register register;
    private final Authors authors;
    private final CopyReader reader;
    private final Originals originals;
    private final Splitting splitting;
    private final Ledger ledger;
    private final Clock clock;

    Filing(Articles articles, Directory directory, Register register, Authors authors, CopyReader reader,
            Originals originals, Splitting splitting, Ledger ledger, Clock clock) {
        this.articles = articles;
        this.directory = directory;
        this.register = register;
        this.authors = authors;
        this.reader = reader;
        this.originals = originals;
        this.splitting = splitting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Files a new article as its first revision.
     *
     * @return the article's id
     * @throws Problem forbidden to all but editors; bad input with the field's name
     */
    @Transactional
    public long file(Submission submission, Acting who) {
        if (!who.is(Role.EDITOR)) {
            throw Problem.forbidden("Only an editor files articles.");
        }
        Instant now = clock.instant();
        Newsroom newsroom = directory.newsroom();
        check(submission, newsroom, now);
        Manuscript manuscript = reader.read(submission.copy());
        String headline = manuscript.headline();
        String byline = Input.blank(submission.byline())
                ? manuscript.byline()
                : Input.line("byline", submission.byline());
        Set<UUID> written = authors.of(submission.authors(), byline);
        register.remember(who);
        Article article = Article.filed(cleaned(submission, headline), headline, byline, written, who.id(), now);
        articles.persist(article);
        Revision revision = Revision.of(article, manuscript, who.id(), now);
        articles.getEntityManager().persist(revision);
        String original = originals.keep(article.id(), revision, submission.copy());
        splitting.split(revision);
        ledger.append(Act.of("FILE", who, Role.EDITOR, now, article.id())
                .fact("revision", revision.number())
                .fact("sha256", HexFormat.of().formatHex(revision.digest()))
                .fact("original", original)
                .fact("desk", submission.desk())
                .fact("deadline", submission.deadline().toString())
                .fact("authors", written.stream().map(UUID::toString).sorted().toList())
                .text("headline", headline)
                .text("byline", byline));
        return article.id();
    }

    private static void check(Submission submission, Newsroom newsroom, Instant now) {
        if (submission.desk() == null || !newsroom.has(submission.desk())) {
            throw Problem.badInput("desk", "Choose a desk of the newsroom.");
        }
        if (submission.deadline() == null) {
            throw Problem.badInput("deadline", "Give a deadline.");
        }
        if (submission.deadline().isBefore(now.minus(FURTHEST)) || submission.deadline().isAfter(now.plus(FURTHEST))) {
            throw Problem.badInput("deadline", "The deadline is more than ten years away.");
        }
    }

    private static Submission cleaned(Submission submission, String headline) {
        String slug = Input.blank(submission.slug()) ? slug(headline) : Input.line("slug", submission.slug());
        if (slug.length() > 80) {
            throw Problem.badInput("slug", "A slug has at most 80 characters.");
        }
        return new Submission(submission.copy(), slug, submission.byline(), submission.authors(),
                submission.desk(), Input.blank(submission.address())
                        ? submission.copy().address()
                        : Input.address("address", submission.address()),
                submission.deadline());
    }

    /** The first words of the headline, such as QUIET-DOOR-AT-THE-BORDER. */
    private static String slug(String headline) {
        String words = headline.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        if (words.isEmpty()) {
            return "UNTITLED";
        }
        int end = words.length() <= 32 ? words.length() : Math.max(words.lastIndexOf('-', 32), 0);
        return words.substring(0,
                end == 0 ? words.offsetByCodePoints(0, Math.min(30, words.codePointCount(0, words.length()))) : end);
    }
}
