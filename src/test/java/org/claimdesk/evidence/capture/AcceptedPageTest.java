package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;

import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has become of a page, accepted by somebody who may, and told again when it changes again. */
@NewsroomTest
class AcceptedPageTest {

    private static final String PAGE = "<h1>The log</h1><p>Eleven boats came at night.</p><p>Nobody was hurt.</p>";

    @Inject
    Bed bed;
    @Inject
    Story story;

    @Test
    void whatWasAcceptedIsToldAgainOnlyWhenItChangesAgain() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        long changed = bed.look(claim, link).id();

        bed.accept(claim, link, "rafael");

        WatchLine watch = bed.watch(claim, link);
        assertThat(watch.rot()).isNull();
        assertThat(watch.reference()).isEqualTo(changed);
        assertThat(watch.accepted().by().name()).isEqualTo(story.person("rafael").name());
        assertThat(bed.look(claim, link).fate()).isEqualTo(Fate.SAME);
        assertThat(bed.watch(claim, link).rot()).isNull();
        bed.site().page(path, PAGE.replace("Eleven", "Thirteen"));
        assertThat(bed.look(claim, link).reference()).isEqualTo(changed);
        assertThat(bed.watch(claim, link).rot()).isEqualTo(Rot.CHANGED);
    }

    @Test
    void whatIsGoneAndAcceptedIsToldAgainWhenItWasBackMeanwhile() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().on(path, "404 Not Found", new byte[0]);
        bed.look(claim, link);
        bed.accept(claim, link, "viktor");

        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("still gone").isNull();
        bed.site().page(path, PAGE);
        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("back").isNull();
        bed.site().on(path, "404 Not Found", new byte[0]);
        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("gone again").isEqualTo(Rot.GONE);
    }

    @Test
    void nothingIsAcceptedTwiceOrUnseen() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        long old = bed.look(claim, link).id();
        bed.look(claim, link);
        Acting rafael = story.person("rafael");

        assertThatThrownBy(() -> bed.capturing().acknowledge(old, "Fine.", rafael)).isInstanceOf(Problem.class)
                .hasMessageContaining("looked at again since");
        assertThatThrownBy(() -> bed.capturing().acknowledge(bed.newest(claim, link).id(), " ", rafael))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("why");
        bed.accept(claim, link, "rafael");
        assertThatThrownBy(() -> bed.accept(claim, link, "rafael")).isInstanceOf(Problem.class)
                .hasMessageContaining("nothing to accept");
    }

    @ParameterizedTest
    @CsvSource({"rafael,true,false", "mina,true,false", "bo,true,true", "viktor,true,true", "stella,true,true",
            "edith,true,false"})
    void onAVerifiedClaimOnlyThoseAcceptWhoHadNoPartInIt(String who, boolean before, boolean verified) {
        assertThat(accepts(changed(story.anAssignedClaim()), who)).as("before").isEqualTo(before);
        long[] link = changed(story.anAssignedClaim());
        story.checking().submit(story.ref(link[0]), "Nobody else keeps a log.", story.person("rafael"));
        story.checking()
                .verify(story.ref(link[0]), Rating.ACCURATE, "The log says so.", null,
                        "Nobody else was there.", story.person("wanda"));
        assertThat(accepts(link, who)).as("verified").isEqualTo(verified);
    }

    private boolean accepts(long[] link, String who) {
        try {
            bed.accept(link[0], link[1], who);
            return true;
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            return false;
        }
    }

    /** A link on the claim to a page that has changed since: ids of both. */
    private long[] changed(long claim) {
        String path = page();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);
        return new long[]{claim, link};
    }

    private String page() {
        String path = bed.path();
        bed.site().page(path, PAGE);
        return path;
    }
}
