package org.claimdesk.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** The service without a key, and with another one. */
@NewsroomTest
class KeysOfTheServiceTest {

    private static final String FRESH = "2031:" + Base64.getEncoder().encodeToString(Envelope.newKey());

    @Inject
    Story story;
    @Inject
    Seals seals;

    private static void keys(String lines) {
        QuarkusMock.installMockForType(new SealKeys(Optional.of(lines), Optional.empty()), SealKeys.class);
    }

    private static String old() {
        return NewsroomServers.running().environment().get("CLAIMDESK_SEAL_KEY");
    }

    private Exhibit attach(long claim, String person) {
        long id = story.checking()
                .attach(story.ref(claim), new Piece.Interview(
                        new Piece.About(null, Stance.SUPPORTS, null, null), new Identity(person, "", ""),
                        Piece.Channel.PHONE, Instant.parse("2026-01-02T03:04:05Z"), Attribution.BACKGROUND, List.of(),
                        null, "an official", true), story.person("rafael"));
        return story.sheet(claim, "rafael").evidence().stream().filter(piece -> piece.id() == id).findFirst().get();
    }

    private String opened(long claim, Exhibit piece) {
        return QuarkusTransaction.requiringNew().call(() -> seals.open(claim, piece.id()).who().person());
    }

    @Test
    void afterANewKeyOldSealsOpenAndPeopleAreKnownAgain() {
        long claim = story.anAssignedClaim();
        Exhibit before = attach(claim, "Friedrun Hasenbein");

        keys(FRESH + "," + old());
        Exhibit after = attach(claim, "Friedrun Hasenbein");
        assertThat(after.source().id()).isEqualTo(before.source().id());
        assertThat(opened(claim, before)).isEqualTo("Friedrun Hasenbein");
        assertThat(opened(claim, after)).isEqualTo("Friedrun Hasenbein");

        keys(FRESH);
        assertThat(opened(claim, after)).isEqualTo("Friedrun Hasenbein");
        Problem problem = catchThrowableOfType(Problem.class, () -> opened(claim, before));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(problem).hasMessageContaining("\"local\"").hasMessageNotContaining("Hasenbein");
    }

    @Test
    void aSealDoesNotOpenOnAnotherClaimOrWithAnotherKeyOfItsName() {
        long claim = story.anAssignedClaim();
        Exhibit piece = attach(claim, "Gundula Ilgner");

        assertThat(catchThrowableOfType(Problem.class, () -> opened(claim + 1, piece)).kind())
                .isEqualTo(Problem.Kind.UNAVAILABLE);
        keys("local:" + FRESH.substring(5));
        assertThat(catchThrowableOfType(Problem.class, () -> opened(claim, piece)).kind())
                .isEqualTo(Problem.Kind.UNAVAILABLE);
    }

    @Test
    void withoutAKeySealingIsRefusedAndNothingIsKept() throws Exception {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Path evidence = Path.of("target", "servers", "data", "evidence");
        keys("");
        Seen page = rafael.get("/claims/" + claim);
        assertThat(page.form("/interview").select("[name=sealed]")).isEmpty();
        long before = files(evidence);

        Map<String, String> form = Map.of("person", "Hertha Jansen", "described", "an official", "sealed", "yes",
                "channel", "PHONE", "attribution", "BACKGROUND", "heldAt", "2026-01-02T03:04", "stance", "SUPPORTS");
        for (Seen refused : List.of(rafael.upload(page, "/interview", form, "tape.mp3", new byte[]{1, 2, 3}),
                rafael.submit(page, "/interview", form))) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.trouble()).contains("no key is set up");
            assertThat(refused.form("/interview").selectFirst("[name=person]").val()).isEqualTo("Hertha Jansen");
        }
        assertThat(story.line(claim).evidence()).isZero();
        assertThat(files(evidence)).isEqualTo(before);
    }

    private static long files(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
