package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.claimdesk.content.Stored;
import org.claimdesk.evidence.Evidence.Kind;
import org.claimdesk.evidence.Piece.About;
import org.claimdesk.evidence.Piece.Channel;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static final UUID ANNA = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final About ABOUT = new About(null, Stance.SUPPORTS, " p. 4 ", "The table\r\non top.");

    @Test
    void aLinkIsCalledByItsAddress() {
        Evidence link = attached(new Piece.Link(ABOUT, " https://example.org/report "));

        assertThat(link.kind()).isEqualTo(Kind.LINK);
        assertThat(link.address()).isEqualTo("https://example.org/report");
        assertThat(link.title()).isEqualTo("https://example.org/report");
        assertThat(link.locator()).isEqualTo("p. 4");
        assertThat(link.note()).isEqualTo("The table\non top.");
        assertThat(link.attachedBy()).isEqualTo(ANNA);
        assertThat(link.stands()).isTrue();
    }

    @Test
    void aTitleThatWasTypedIsItsTitle() {
        About about = new About(" The  report ", Stance.CONTEXT, null, null);

        assertThat(attached(new Piece.Link(about, "https://example.org")).title()).isEqualTo("The report");
        assertThat(attached(new Piece.Reference(about, "42 CFR 1")).title()).isEqualTo("The report");
    }

    @Test
    void aFileIsCalledByItsNameAndKnownByItsDigest() {
        Evidence file = attached(new Piece.File(ABOUT, new Stored(DIGEST, 3, "text/plain"), "minutes.txt"));

        assertThat(file.kind()).isEqualTo(Kind.FILE);
        assertThat(file.title()).isEqualTo("minutes.txt");
        assertThat(file.fileName()).isEqualTo("minutes.txt");
        assertThat(file.digest()).isEqualTo(DIGEST);
    }

    @Test
    void anInterviewIsCalledByWhoWasInterviewed() {
        Evidence interview = attached(interview("Dr. Lena Ort", NOW));

        assertThat(interview.title()).isEqualTo("Interview with Dr. Lena Ort");
        assertThat(interview.interviewee()).isEqualTo("Dr. Lena Ort");
        assertThat(interview.digest()).isNull();
    }

    @Test
    void aLongCitationIsCutForItsTitleInWholeLetters() {
        assertThat(attached(new Piece.Reference(ABOUT, "x".repeat(120))).title()).isEqualTo("x".repeat(120));
        assertThat(attached(new Piece.Reference(ABOUT, "x".repeat(121))).title()).isEqualTo("x".repeat(100) + "…");
        assertThat(attached(new Piece.Reference(ABOUT, "😀".repeat(70))).title()).isEqualTo("😀".repeat(70));
        assertThat(attached(new Piece.Reference(ABOUT, "😀".repeat(121))).title()).isEqualTo("😀".repeat(100) + "…");
    }

    @Test
    void anInterviewIsNotHeldInTheFuture() {
        assertThat(attached(interview("Ort", NOW.plusSeconds(60))).stands()).isTrue();
        assertThat(refused(interview("Ort", NOW.plusSeconds(61))).field()).isEqualTo("heldAt");
    }

    /** A slip in the year; the furthest of them no database can keep. */
    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "-4800-01-01T00:00:00Z", "0206-11-03T18:00:00Z",
            "1899-12-31T23:59:59Z"})
    void anInterviewIsNotHeldBeforeAnybodyAliveWasBorn(String heldAt) {
        assertThat(refused(interview("Ort", Instant.parse(heldAt))).field()).isEqualTo("heldAt");
    }

    static Stream<Arguments> incomplete() {
        About noStance = new About("title", null, "", "");
        return Stream.of(Arguments.of("stance", new Piece.Link(noStance, "https://example.org")),
                Arguments.of("address", new Piece.Link(ABOUT, " ")),
                Arguments.of("address", new Piece.Link(ABOUT, "ftp://example.org")),
                Arguments.of("file", new Piece.File(ABOUT, new Stored(DIGEST, 3, "text/plain"), "")),
                Arguments.of("citation", new Piece.Reference(ABOUT, null)),
                Arguments.of("title",
                        new Piece.Link(new About("x".repeat(501), Stance.CONTEXT, "", ""), "https://example.org")),
                Arguments.of("note",
                        new Piece.Link(new About("", Stance.CONTEXT, "", "x".repeat(20_001)), "https://example.org")),
                Arguments.of("person", interview(" ", NOW)), Arguments.of("heldAt", interview("Ort", null)),
                Arguments.of("channel",
                        new Piece.Interview(ABOUT, "Ort", "", "", null, NOW, Attribution.ON_THE_RECORD)),
                Arguments.of("attribution", new Piece.Interview(ABOUT, "Ort", "", "", Channel.PHONE, NOW, null)));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingOrWrongIsNamedByItsField(String field, Piece piece) {
        assertThat(refused(piece).field()).isEqualTo(field);
    }

    @Test
    void evidenceIsWithdrawnOnceWithAReason() {
        Evidence evidence = attached(new Piece.Link(ABOUT, "https://example.org"));
        Problem withoutReason = catchThrowableOfType(Problem.class, () -> evidence.withdraw(" ", ANNA, NOW));

        assertThat(withoutReason.field()).isEqualTo("reason");
        assertThat(evidence.stands()).isTrue();
        evidence.withdraw("It was the wrong year.", ANNA, NOW);
        assertThat(evidence.stands()).isFalse();
        assertThat(catchThrowableOfType(Problem.class, () -> evidence.withdraw("Again.", ANNA, NOW)).kind())
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    private static Piece.Interview interview(String person, Instant heldAt) {
        return new Piece.Interview(ABOUT, person, "spokeswoman", "Border Office", Channel.PHONE, heldAt,
                Attribution.BACKGROUND);
    }

    private static Evidence attached(Piece piece) {
        return Evidence.attached(1, piece, ANNA, NOW);
    }

    private static Problem refused(Piece piece) {
        Problem problem = catchThrowableOfType(Problem.class, () -> attached(piece));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        return problem;
    }
}
