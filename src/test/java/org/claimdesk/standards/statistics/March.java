package org.claimdesk.standards.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.article.Accounting;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Disposition;
import org.claimdesk.article.Filing;
import org.claimdesk.article.Submission;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Marking;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Revising;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.text.Quote;

/** The first days of a March that no other test has, on the courts desk, by people of its own: each act at its hour. */
@ApplicationScoped
class March {

    static final String DESK = "/desks/courts";
    private static final AtomicInteger YEAR = new AtomicInteger(2030);

    private final Filing filing;
    private final Marking marking;
    private final Revising revising;
    private final Accounting accounting;
    private final Story story;
    private final Checking checking;

    March(Filing filing, Marking marking, Revising revising, Accounting accounting, Story story) {
        this.filing = filing;
        this.marking = marking;
        this.revising = revising;
        this.accounting = accounting;
        this.story = story;
        this.checking = story.checking();
    }

    /** Who was there. @param olga a second reviewer, whose name looks like a formula */
    record Told(int year, Acting ada, Acting rita, Acting vera, Acting olga, Acting sten) {
        LocalDate day(int month, int day) {
            return LocalDate.of(year, month, day);
        }
    }

    /** A year that nobody has used, with the clock at the end of 10 March. */
    Told begin() {
        Told told = new Told(YEAR.incrementAndGet(), person("Ada", Role.EDITOR), person("Rita", Role.REPORTER),
                person("Vera", Role.REVIEWER), person("=HYPERLINK(\"http://e.example\",\"Olga\")", Role.REVIEWER),
                person("Sten", Role.STANDARDS));
        end(told);
        return told;
    }

    void end(Told told) {
        clock(told, 11, 0);
    }

    /**
     * A: verified, overturned. B: disputed, answered, accepted, disputed again, upheld. C: dropped for two days, verified
     * after its deadline, reworded. D: dropped for good.
     */
    void tell(Told told) {
        clock(told, 1, 9);
        String text = "A story of the courts, " + told.year() + "\n" + Story.words(1) + "\n" + Story.words(2) + "\n"
                + Story.words(3) + "\n" + Story.words(4) + "\n" + Story.words(5);
        long article = filing.file(new Submission(Copy.pasted(text, Copy.Format.TEXT), null, "", Set.of(), DESK, null,
                Instant.parse(told.year() + "-03-05T12:00:00Z")), told.ada());
        accounting.call(article, 1, Set.of(6), Disposition.OPINION, told.ada());
        clock(told, 1, 10);
        long a = taken(article, 1, told);
        long b = taken(article, 2, told);
        long c = taken(article, 3, told);
        long d = taken(article, 4, told);
        long context = attach(b, Stance.CONTEXT, told);
        checking.withdraw(story.ref(b), context, "The wrong log.", told.rita());
        clock(told, 1, 12);
        checking.drop(story.ref(c), "No claim.", told.ada());
        clock(told, 1, 14);
        checking.submit(story.ref(a), null, told.rita());
        clock(told, 1, 15);
        checking.verify(story.ref(a), Rating.ACCURATE, "The log.", null, null, told.vera());
        clock(told, 1, 16);
        checking.submit(story.ref(b), null, told.rita());
        clock(told, 1, 18);
        checking.dispute(story.ref(b), Grounds.FIGURE, "Twelve?", told.vera());
        clock(told, 2, 12);
        checking.drop(story.ref(d), "Cut.", told.ada());
        clock(told, 2, 18);
        checking.answer(story.ref(b), "Twelve.", told.rita());
        clock(told, 2, 21);
        checking.verify(story.ref(b), Rating.NEEDS_CONTEXT, "Twelve it is.", null, null, told.vera());
        clock(told, 3, 12);
        checking.restore(story.ref(c), told.ada());
        clock(told, 3, 16);
        checking.submit(story.ref(c), null, told.rita());
        clock(told, 4, 9);
        checking.dispute(story.ref(b), Grounds.SOURCE, "Whose log?", told.olga());
        clock(told, 4, 12);
        checking.verify(story.ref(b), Rating.MISLEADING, "Not theirs.", Dispute.Outcome.UPHELD, null, told.vera());
        clock(told, 4, 15);
        checking.overturn(story.ref(a), "The log is of another night.", told.sten());
        clock(told, 6, 12);
        checking.verify(story.ref(c), Rating.INACCURATE, "Fourteen.", null, null, told.olga());
        clock(told, 7, 12);
        revising.file(article, 1, Copy.pasted(text.replace("carried 13", "carried 14"), Copy.Format.TEXT), told.ada());
        end(told);
    }

    private long taken(long article, int sentence, Told told) {
        long claim = marking.mark(article, 1, new Quote(Story.words(sentence), null, null, null), null,
                new Assignment(null, null, null, null), told.ada());
        checking.take(story.ref(claim), told.rita());
        attach(claim, Stance.SUPPORTS, told);
        return claim;
    }

    private long attach(long claim, Stance stance, Told told) {
        return checking.attach(story.ref(claim), new Piece.Reference(new Piece.About("Log of the harbor", stance,
                "page 3", "", new Provenance(null, null, Rank.PRIMARY)), "Harbor log"), told.rita());
    }

    private static void clock(Told told, int day, int hour) {
        QuarkusMock.installMockForType(Clock.fixed(
                LocalDate.of(told.year(), 3, day).atTime(hour, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                Clock.class);
    }

    private static Acting person(String name, Role role) {
        UUID id = UUID.randomUUID();
        return new Acting(id, "march-" + id, name + " " + id, Set.of(role), Set.of(DESK));
    }
}
