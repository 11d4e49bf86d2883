package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.claimdesk.people.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves the newsroom, on each of the terms. */
class SayableTest {

    private static final Name RAFAEL = new Name(new UUID(0, 1), "Rafael");
    private static final String QUOTE = "All of them came at night.";

    /** An open interview with Ines Aranda that has everything. */
    private static Exhibit open(Attribution terms, String title, String note, String described) {
        return interview(terms, title, note, described, "Ines Aranda", false);
    }

    private static Exhibit interview(Attribution terms, String title, String note, String described, String person,
            boolean sealed) {
        return piece(Evidence.Kind.INTERVIEW, title, note, sealed ? null : "tape-aranda.mp3", person,
                sealed ? null : "shift supervisor", sealed ? null : "Harbor Authority", terms,
                List.of(QUOTE, "I, Aranda, saw it."), described, sealed);
    }

    private static Exhibit piece(Evidence.Kind kind, String title, String note, String fileName, String person,
            String function, String organisation, Attribution terms, List<String> quotes, String described,
            boolean sealed) {
        return new Exhibit(7, kind, Stance.SUPPORTS, title, "minute 3", note, null, null, null, null, fileName,
                person, function, organisation, Piece.Channel.PHONE, Instant.EPOCH, terms, quotes, described, sealed,
                null, null, new SourceName(1, "Ines Aranda", false), null, Rank.PRIMARY, RAFAEL, Instant.EPOCH, null,
                null, null, List.of(), List.of(), null, null);
    }

    @Test
    void onTheRecordEverythingIsSaid() {
        Sayable said = Sayable.of(
                open(Attribution.ON_THE_RECORD, "Interview with Ines Aranda", "Aranda was sure.", "a supervisor"));

        assertThat(said.title()).isEqualTo("Interview with Ines Aranda");
        assertThat(said.who()).isEqualTo("Ines Aranda, shift supervisor, Harbor Authority");
        assertThat(said.quotes()).hasSize(2);
        assertThat(said.note()).isEqualTo("Aranda was sure.");
        assertThat(said.locator()).isEqualTo("minute 3");
        assertThat(said.from().source()).isEqualTo("Ines Aranda");
        assertThat(said.recording()).isTrue();
    }

    @Test
    void onBackgroundTheDescriptionTakesThePlaceOfTheName() {
        Sayable said = Sayable.of(open(Attribution.BACKGROUND, "Interview with Ines Aranda", "They were sure.",
                "a supervisor of the night shift"));

        assertThat(said.who()).isEqualTo("a supervisor of the night shift");
        assertThat(said.quotes()).containsExactly(QUOTE);
        assertThat(said.note()).isEqualTo("They were sure.");
        namesNobody(said);
    }

    @Test
    void onBackgroundWhatNamesThemGoesWithTheName() {
        Sayable said = Sayable.of(open(Attribution.BACKGROUND, "Aranda on the night", "Aranda was sure.", null));

        assertThat(said.title()).isEqualTo("Interview");
        assertThat(said.who()).isEqualTo("a person who is not named");
        assertThat(said.note()).isEmpty();
        namesNobody(said);
        assertThat(Sayable.of(open(Attribution.BACKGROUND, "The night", "", "somebody at the Harbor Authority")).who())
                .isEqualTo("a person who is not named");
    }

    @Test
    void onDeepBackgroundOnlyWhatWasLearntIsSaid() {
        Sayable said = Sayable.of(
                open(Attribution.DEEP_BACKGROUND, "A supervisor on the night", "They came at night.", "a supervisor"));

        assertThat(said).isEqualTo(new Sayable("Interview", "", List.of(), "They came at night.", "",
                new Sayable.From("", ""), false));
        assertThat(Sayable.of(open(Attribution.DEEP_BACKGROUND, "x", "Aranda: at night.", null)).note()).isEmpty();
    }

    @Test
    void offTheRecordThereIsNoSuchPiece() {
        assertThat(Sayable.of(open(Attribution.OFF_THE_RECORD, "The night", "At night.", "a supervisor"))).isNull();
        assertThat(Sayable.of(interview(Attribution.OFF_THE_RECORD, "The night", "At night.", "a supervisor", null,
                true))).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Attribution.class, names = "OFF_THE_RECORD", mode = EnumSource.Mode.EXCLUDE)
    void sealedTheNameIsNeverSaidWhateverTheTerms(Attribution terms) {
        Sayable said = Sayable.of(interview(terms, "Sealed interview", "At night.", "an official", null, true));

        assertThat(said.who()).isEqualTo(terms == Attribution.DEEP_BACKGROUND ? "" : "an official");
        assertThat(said.recording()).isFalse();
        assertThat(said.from()).isEqualTo(new Sayable.From("", ""));
        assertThat(said.quotes()).hasSize(terms == Attribution.DEEP_BACKGROUND ? 0 : 2);
    }

    @ParameterizedTest
    @EnumSource(value = Evidence.Kind.class, names = "INTERVIEW", mode = EnumSource.Mode.EXCLUDE)
    void otherEvidenceIsBoundByNothing(Evidence.Kind kind) {
        Sayable said = Sayable.of(piece(kind, "Harbor log", "Page 3.", "log.pdf", null, null, null, null, List.of(),
                null, false));

        assertThat(said.title()).isEqualTo("Harbor log");
        assertThat(said.note()).isEqualTo("Page 3.");
        assertThat(said.from().source()).isEqualTo("Ines Aranda");
        assertThat(said.recording()).isTrue();
    }

    private static void namesNobody(Sayable said) {
        assertThat(said.toString()).doesNotContainIgnoringCase("aranda").doesNotContain("Harbor Authority");
        assertThat(said.recording()).isFalse();
    }
}
