package org.claimdesk.claim;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Filing;
import org.claimdesk.article.Submission;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Person;
import org.claimdesk.text.Quote;

/** An article of a test's own, and claims in it brought to where the test begins, by the verbs that people use. */
@ApplicationScoped
public class Story {

    public static final String IMMIGRATION = "/desks/immigration";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Filing filing;
    private final Marking marking;
    private final Revising revising;
    private final Articles articles;
    private final Checking checking;
    private final ClaimReading reading;
    private final Directory directory;
    private final Clock clock;

    Story(Filing filing, Marking marking, Revising revising, Articles articles, Checking checking, ClaimReading reading,
            Directory directory, Clock clock) {
        this.filing = filing;
        this.marking = marking;
        this.revising = revising;
        this.articles = articles;
        this.checking = checking;
        this.reading = reading;
        this.directory = directory;
        this.clock = clock;
    }

    /** One of the demo's people, with the roles and desks they have in Keycloak now. */
    public Acting person(String username) {
        Person person = directory.newsroom()
                .people()
                .stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow();
        return new Acting(person.id(), person.username(), person.name(), person.roles(), person.desks());
    }

    /** An article with this many sentences that differ, filed by edith; "Boat 1 carried 11 people." and so on. */
    public long anArticle(int sentences, String byline) {
        StringBuilder text = new StringBuilder("Story ").append(NUMBER.incrementAndGet()).append(" of the night\n");
        for (int i = 1; i <= sentences; i++) {
            text.append(words(i)).append('\n');
        }
        return filing.file(
                new Submission(Copy.pasted(text.toString(), Copy.Format.TEXT), null, byline, Set.of(), IMMIGRATION,
                        null, clock.instant().plus(1, ChronoUnit.DAYS)),
                person("edith"));
    }

    /** The first line is the headline, the others are paragraphs. */
    public long anArticleOf(String text) {
        return anArticleOf(Copy.pasted(text, Copy.Format.TEXT));
    }

    public long anArticleOf(Copy copy) {
        return filing.file(new Submission(copy, null, "", Set.of(), IMMIGRATION, null,
                clock.instant().plus(1, ChronoUnit.DAYS)), person("edith"));
    }

    public Revising.Filed revise(long article, int base, String text) {
        return revising.file(article, base, Copy.pasted(text, Copy.Format.TEXT), person("edith"));
    }

    /** The words of the revision that stands. */
    public String text(long article) {
        return QuarkusTransaction.requiringNew().call(() -> articles.text(articles.get(article)).text());
    }

    /** A claim on words, assigned to rafael. */
    public long aClaimOn(long article, int revision, String words) {
        return marking.mark(article, revision, new Quote(words, null, null, null), null,
                new Assignment(null, person("rafael").id(), null, null), person("edith"));
    }

    public long anArticle() {
        return anArticle(5, "");
    }

    public static String words(int sentence) {
        return "Boat " + sentence + " carried " + (10 + sentence) + " people.";
    }

    /** A claim on a sentence, assigned to rafael. */
    public long anAssignedClaim(long article, int sentence) {
        return marking.mark(article, 1, new Quote(words(sentence), null, null, null), null,
                new Assignment(null, person("rafael").id(), null, null), person("edith"));
    }

    public long anAssignedClaim() {
        return anAssignedClaim(anArticle(), 1);
    }

    /** Assigned to the desk alone. */
    public long aFreeClaim(long article, int sentence) {
        return marking.mark(article, 1, new Quote(words(sentence), null, null, null), null,
                new Assignment(null, null, null, null), person("edith"));
    }

    /** With a reference of rafael's, submitted by him. */
    public long aSourcedClaim(long article, int sentence) {
        long claim = anAssignedClaim(article, sentence);
        attach(claim, "rafael");
        checking.submit(ref(claim), null, person("rafael"));
        return claim;
    }

    public long aSourcedClaim() {
        return aSourcedClaim(anArticle(), 1);
    }

    /** Disputed by viktor. */
    public long aDisputedClaim() {
        long claim = aSourcedClaim();
        checking.dispute(ref(claim), Grounds.FIGURE, "Eleven or twelve?", person("viktor"));
        return claim;
    }

    /** Verified by viktor. */
    public long aVerifiedClaim(long article, int sentence) {
        long claim = aSourcedClaim(article, sentence);
        checking.verify(ref(claim), Rating.ACCURATE, "The log says so.", null, null, person("viktor"));
        return claim;
    }

    public long aVerifiedClaim() {
        return aVerifiedClaim(anArticle(), 1);
    }

    /** The harbor's own log, first-hand: enough for the desk's rule. */
    public long attach(long claim, String username) {
        return attach(claim, username, new Provenance(null, null, Rank.PRIMARY));
    }

    public long attach(long claim, String username, Provenance from) {
        return attach(claim, username, Stance.SUPPORTS, from);
    }

    public long attach(long claim, String username, Stance stance, Provenance from) {
        return checking.attach(ref(claim), new Piece.Reference(
                new Piece.About("Log of the harbor", stance, "page 3", "", from), "Harbor log of the night"),
                person(username));
    }

    /** Verified by viktor on one piece from this source. */
    public long aClaimVerifiedOn(long article, int sentence, Provenance from) {
        long claim = anAssignedClaim(article, sentence);
        attach(claim, "rafael", from);
        checking.submit(ref(claim), "Nobody else keeps a log.", person("rafael"));
        checking.verify(ref(claim), Rating.ACCURATE, "The log says so.", null, "Nobody else was there.",
                person("viktor"));
        return claim;
    }

    public ClaimSheet sheet(long claim, String username) {
        return QuarkusTransaction.requiringNew().call(() -> reading.sheet(claim, person(username)));
    }

    public Checking checking() {
        return checking;
    }

    /** The claim at the version it has now. */
    public ClaimRef ref(long claim) {
        return new ClaimRef(claim, line(claim).version());
    }

    public ClaimLine line(long claim) {
        return QuarkusTransaction.requiringNew().call(() -> reading.line(claim));
    }

    public List<ClaimLine> lines(long article) {
        return QuarkusTransaction.requiringNew().call(() -> reading.ofArticle(article));
    }
}
