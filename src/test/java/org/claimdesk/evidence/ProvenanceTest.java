package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;

import org.claimdesk.evidence.Piece.About;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceTest {

    @ParameterizedTest
    @CsvSource({"https://harbor.example/log,harbor.example", "https://WWW.Harbor.Example:8443/log?a#b,harbor.example",
            "http://www2.harbor.example,www2.harbor.example"})
    void aLinkComesFromItsSite(String address, String site) {
        assertThat(link(address, null, null, null).source()).isEqualTo(site);
    }

    @Test
    void anInterviewComesFromThePersonAndAReferenceFromNobodyKnown() {
        assertThat(new Provenance(" ", "", null).of(interview()).source()).isEqualTo("Ines Aranda");
        assertThat(Provenance.unsaid().of(new Piece.Reference(about(), "42 CFR 1")))
                .isEqualTo(new Provenance("", "", Rank.SECONDARY));
    }

    @Test
    void namesAreFoldedLikeLines() {
        Provenance said = link("https://harbor.example", " The\u00a0 Wire ", "Harbor\nAuthority", null);

        assertThat(said).isEqualTo(new Provenance("The Wire", "Harbor Authority", Rank.SECONDARY));
    }

    @Test
    void anOriginThatIsTheSourceIsNone() {
        assertThat(link("https://harbor.example", "The Wire", "the wire", Rank.PRIMARY))
                .isEqualTo(new Provenance("The Wire", "", Rank.PRIMARY));
        assertThat(link("https://harbor.example", "", "harbor.example", null).origin()).isEmpty();
    }

    @Test
    void whatHasItFromSomebodyElseIsNotFirstHand() {
        assertThat(refused("The Wire", "Harbor Authority", Rank.PRIMARY).field()).isEqualTo("rank");
    }

    @Test
    void anOriginNeedsSomebodyWhoHasItFromThere() {
        assertThat(refused("", "Harbor Authority", null).field()).isEqualTo("source");
    }

    @Test
    void aNameIsNotEndless() {
        assertThat(refused("x".repeat(501), "", null).field()).isEqualTo("source");
        assertThat(refused("The Wire", "x".repeat(501), null).field()).isEqualTo("origin");
    }

    private static About about() {
        return new About("", Stance.SUPPORTS, "", "");
    }

    private static Provenance link(String address, String source, String origin, Rank rank) {
        return new Provenance(source, origin, rank).of(new Piece.Link(about(), address));
    }

    private static Piece interview() {
        return new Piece.Interview(about(), " Ines  Aranda", "", "", Piece.Channel.PHONE, Instant.EPOCH,
                Attribution.ON_THE_RECORD);
    }

    private static Problem refused(String source, String origin, Rank rank) {
        return catchThrowableOfType(Problem.class,
                () -> new Provenance(source, origin, rank).of(new Piece.Reference(about(), "42 CFR 1")));
    }
}
