package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.OpeningLine;
import org.claimdesk.evidence.seal.OpeningReading;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** How a sealed interview is attached and opened, by the use cases. */
@NewsroomTest
class UnsealingTest {

    private static final String JANE = "Jane Doe-Ruiz";

    @Inject
    Story story;
    @Inject
    Unsealing unsealing;
    @Inject
    OpeningReading openings;
    @Inject
    History history;

    private long sealed(long claim, String by, String person, String source) {
        return story.checking().attach(story.ref(claim), Sealed.with(person, source), story.person(by));
    }

    private long sealed() {
        return sealed(story.anAssignedClaim(), "rafael", JANE, null);
    }

    private long asked(long evidence, String by) {
        return unsealing.ask(evidence, "The lawyers ask.", story.person(by));
    }

    private OpeningLine line(long opening) {
        return QuarkusTransaction.requiringNew().call(() -> openings.line(opening));
    }

    private List<Long> waitingFor(String who) {
        return QuarkusTransaction.requiringNew()
                .call(() -> openings.waitingFor(story.person(who)))
                .stream()
                .map(OpeningLine::id)
                .toList();
    }

    private static Problem refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.getMessage()).doesNotContainIgnoringCase("ruiz");
        return problem;
    }

    @Test
    void twoPeopleOpenItAndBothReadIt() {
        long evidence = sealed();
        long opening = asked(evidence, "rafael");
        assertThat(unsealing.look(evidence, story.person("rafael"))).as("asked for only").isEmpty();
        assertThat(waitingFor("stella")).contains(opening);
        unsealing.grant(opening, story.person("stella"));

        for (String person : List.of("rafael", "stella", "rafael")) {
            assertThat(unsealing.look(evidence, story.person(person)).orElseThrow().who().person()).isEqualTo(JANE);
        }
        for (String person : List.of("mina", "edith", "viktor", "wanda", "bo")) {
            assertThat(unsealing.look(evidence, story.person(person))).as(person).isEmpty();
            refused(() -> unsealing.listen(evidence, story.person(person)), Problem.Kind.FORBIDDEN);
        }
        assertThat(waitingFor("stella")).doesNotContain(opening);
        assertThat(line(opening).read()).isTrue();
        assertThat(acts(evidence)).containsExactly("UNSEAL_READ", "UNSEAL_READ", "UNSEAL_GRANTED", "UNSEAL_ASKED");
    }

    @Test
    void itClosesByItselfAfterMinutes() {
        long evidence = sealed();
        unsealing.grant(asked(evidence, "edith"), story.person("stella"));

        Later.by(Duration.ofMinutes(9));
        assertThat(unsealing.look(evidence, story.person("edith"))).isPresent();
        Later.by(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(unsealing.look(evidence, story.person("edith"))).isEmpty();
        assertThat(unsealing.look(evidence, story.person("stella"))).isEmpty();
    }

    @Test
    void whatNobodyGrantsInADayExpires() {
        long evidence = sealed();
        long opening = asked(evidence, "viktor");

        Later.by(Duration.ofHours(24).plusSeconds(1));
        assertThat(waitingFor("stella")).doesNotContain(opening);
        assertThat(line(opening).state()).isEqualTo(OpeningLine.State.EXPIRED);
        refused(() -> unsealing.grant(opening, story.person("stella")), Problem.Kind.CONFLICT);
        assertThat(asked(evidence, "viktor")).as("asked again").isGreaterThan(opening);
    }

    @Test
    void nobodyGrantsWhatTheyAskedFor() {
        long opening = asked(sealed(), "stella");

        refused(() -> unsealing.grant(opening, story.person("stella")), Problem.Kind.FORBIDDEN);
        refused(() -> unsealing.grant(opening, story.person("viktor")), Problem.Kind.FORBIDDEN);
        assertThat(waitingFor("rafael")).contains(opening);
        assertThat(waitingFor("edith")).contains(opening);
        assertThat(waitingFor("viktor")).isEmpty();
        unsealing.grant(opening, story.person("rafael"));
        refused(() -> unsealing.grant(opening, story.person("edith")), Problem.Kind.CONFLICT);
    }

    @Test
    void withoutTheStandardsDeskNothingOpens() {
        long opening = asked(sealed(), "rafael");

        for (String person : List.of("mina", "edith", "viktor", "bo", "rafael")) {
            refused(() -> unsealing.grant(opening, story.person(person)), Problem.Kind.FORBIDDEN);
            assertThat(waitingFor(person)).as(person).doesNotContain(opening);
        }
    }

    @Test
    void aRefusalIsSaidAndOpensNothing() {
        long evidence = sealed();
        long opening = asked(evidence, "rafael");
        refused(() -> unsealing.ask(evidence, "Again.", story.person("rafael")), Problem.Kind.CONFLICT);
        refused(() -> unsealing.refuse(opening, " ", story.person("stella")), Problem.Kind.BAD_INPUT);
        unsealing.refuse(opening, "The lawyers have it.", story.person("stella"));

        assertThat(line(opening).state()).isEqualTo(OpeningLine.State.REFUSED);
        assertThat(line(opening).refusal()).isEqualTo("The lawyers have it.");
        assertThat(unsealing.look(evidence, story.person("rafael"))).isEmpty();
        refused(() -> unsealing.grant(opening, story.person("stella")), Problem.Kind.CONFLICT);
        assertThat(acts(evidence)).containsExactly("UNSEAL_REFUSED", "UNSEAL_ASKED");
    }

    @Test
    void askingNeedsAReasonAndASeal() {
        long evidence = sealed();
        refused(() -> unsealing.ask(evidence, " ", story.person("rafael")), Problem.Kind.BAD_INPUT);
        long open = story.attach(story.anAssignedClaim(), "rafael");
        refused(() -> unsealing.ask(open, "Because.", story.person("rafael")), Problem.Kind.ABSENT);
        refused(() -> unsealing.grant(999_999_999, story.person("stella")), Problem.Kind.ABSENT);
    }

    @Test
    void theSamePersonOfOneReporterIsOneOrigin() {
        long claim = story.anAssignedClaim();
        sealed(claim, "rafael", "Ana Maria López", null);
        sealed(claim, "rafael", "ana-maria LOPEZ", null);
        sealed(claim, "rafael", "Bertha Kranz", null);

        List<String> sources = sources(claim);
        assertThat(sources).hasSize(3);
        assertThat(sources.get(0)).startsWith("Sealed source ").isEqualTo(sources.get(1)).isNotEqualTo(sources.get(2));
        assertThat(story.sheet(claim, "rafael").independence().supports()).isEqualTo(2);
    }

    private List<String> sources(long claim) {
        return story.sheet(claim, "rafael").evidence().stream().map(piece -> piece.source().name()).toList();
    }

    @Test
    void anotherReporterLearnsNothingByTryingNamesAndSaysTheNumber() {
        long claim = story.anAssignedClaim();
        sealed(claim, "rafael", "Carla Obermoser", null);
        String number = sources(claim).get(0);
        sealed(claim, "mina", "Carla Obermoser", null);
        assertThat(sources(claim)).hasSize(2).doesNotHaveDuplicates();
        long other = story.anAssignedClaim();
        sealed(other, "mina", "Dora Zwinger", number.toUpperCase());

        assertThat(sources(other)).containsExactly(number);
        sealed(other, "mina", "Dora Zwinger", null);
        assertThat(sources(other)).as("known again").containsExactly(number, number);
        assertThat(refused(() -> sealed(other, "mina", "Carla Obermoser", number), Problem.Kind.BAD_INPUT).field())
                .isEqualTo("source");
    }

    @Test
    void aSealedInterviewComesFromASealedSourceAndAnOpenOneDoesNot() {
        long claim = story.anAssignedClaim();
        sealed(claim, "rafael", JANE, null);
        String number = sources(claim).get(0);

        assertThat(refused(() -> sealed(claim, "rafael", "Eva Adler", "The ministry"), Problem.Kind.BAD_INPUT).field())
                .isEqualTo("source");
        refused(() -> sealed(claim, "rafael", "Eva Adler", "Sealed source 999999"), Problem.Kind.BAD_INPUT);
        refused(() -> story.attach(claim, "rafael", new Provenance("sealed source 999999", null, null)),
                Problem.Kind.BAD_INPUT);
        refused(() -> story.checking()
                .attach(story.ref(claim), Sealed.open("Eva Adler", number), story.person("rafael")),
                Problem.Kind.BAD_INPUT);
        story.attach(claim, "rafael", Stance.SUPPORTS, new Provenance(number, null, null));
        assertThat(sources(claim)).as("a paper of theirs").containsExactly(number, number);
    }

    @Test
    void whatIsSealedIsNotInTheExhibitAndTheEntryCommitsToIt() {
        long claim = story.anAssignedClaim();
        sealed(claim, "rafael", JANE, null);
        Exhibit piece = story.sheet(claim, "edith").evidence().get(0);

        assertThat(piece.sealed()).isTrue();
        assertThat(piece.title()).isEqualTo("Sealed interview");
        assertThat(piece.described()).isEqualTo(Sealed.DESCRIBED);
        assertThat(piece.quotes()).containsExactly("They came at night.");
        assertThat(piece.person()).isNull();
        assertThat(piece.function()).isNull();
        assertThat(piece.organisation()).isNull();
        String body = QuarkusTransaction.requiringNew().call(() -> history.ofClaim(claim, 1)).get(0).body();
        assertThat(body).containsPattern("\"sealed\":\"[0-9a-f]{64}\"");
    }

    private List<String> acts(long evidence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(story.line(claimOf(evidence)).article(), Long.MAX_VALUE, 50))
                .stream()
                .map(History.Line::act)
                .filter(act -> act.startsWith("UNSEAL"))
                .toList();
    }

    private long claimOf(long evidence) {
        return QuarkusTransaction.requiringNew().call(() -> openings.of(evidence)).get(0).claim();
    }
}
