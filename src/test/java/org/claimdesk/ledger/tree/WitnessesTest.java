package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Note;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses cosign, refuse what they have seen otherwise, and are not believed without a signature. */
@NewsroomTest
class WitnessesTest {

    @Inject
    Sequencer sequencer;
    @Inject
    Witnesses witnesses;
    @Inject
    Pushing pushing;
    @Inject
    Checkpoints checkpoints;
    @Inject
    SelfChecks checks;
    @Inject
    LogKeys keys;
    @Inject
    Story story;
    @TempDir
    Path place;

    @BeforeEach
    void aCheckpointThatNoWitnessHasSeen() {
        story.anArticle();
        sequencer.run();
    }

    /** A split view is for ever; the other tests have a ledger without one. */
    @AfterEach
    void asItWas() throws SQLException {
        Sql.run(Sql.superuser(), "set session_replication_role = replica; delete from split_view");
    }

    @Test
    void aWitnessCosignsEveryNewestCheckpoint() {
        try (WitnessServer server = new WitnessServer("41", keys.key().verifier())) {
            assertThat(witnesses.ask(server.witness())).isTrue();
            assertThat(witnesses.ask(server.witness())).isTrue();
            story.aVerifiedClaim();
            sequencer.run();
            assertThat(witnesses.ask(server.witness())).isTrue();

            Note note = Note.parse(checkpoints.newest().orElseThrow().note());
            note.verify(keys.key().verifier());
            note.verify(server.witness().key());
            assertThat(checks.state().splitViews()).isEmpty();
        }
    }

    @Test
    void aWitnessThatHasSeenAnEarlierTreeElsewhereGoesOnFromThere() throws SQLException {
        long size = Sql.number("select max(size) from checkpoint");
        try (WitnessServer server = new WitnessServer("42", keys.key().verifier())) {
            server.hasSeen(1, Hash.of((byte[]) Sql.rows("select hash from leaf where idx = 0").get(0).get(0)));

            assertThat(size).isGreaterThan(1);
            assertThat(witnesses.ask(server.witness())).isTrue();
        }
    }

    @Test
    void aWitnessThatHasSeenAnotherHistoryRaisesASplitView() throws SQLException {
        long size = Sql.number("select max(size) from checkpoint");
        splitView("43", 1, "It has cosigned another tree of size 1 than the one that ours has grown from.");
        splitView("44", size, "It has cosigned another tree of size " + size + ".");
        splitView("45", size + 5, "It has cosigned a tree of size " + (size + 5) + "; ours has " + size + " entries.");
        assertThat(checks.well()).isFalse();
    }

    private void splitView(String seed, long seen, String why) {
        try (WitnessServer server = new WitnessServer(seed, keys.key().verifier())) {
            server.hasSeen(seen, Hash.EMPTY);

            assertThat(witnesses.ask(server.witness())).isFalse();
            assertThat(checks.state().splitViews()).first().isEqualTo("witness.example/" + seed + ": " + why);
        }
    }

    @Test
    void aWitnessThatIsAwayOrSignsNothingIsPassedOver() {
        try (WitnessServer server = new WitnessServer("46", keys.key().verifier());
                WitnessServer other = new WitnessServer("47", keys.key().verifier())) {
            Witness swapped = new Witness(other.witness().key(), server.address(""));
            assertThat(witnesses.ask(swapped)).isFalse();
            assertThat(witnesses.ask(new Witness(server.witness().key(), URI.create("http://localhost:1")))).isFalse();
            assertThat(checks.state().splitViews()).isEmpty();
        }
    }

    @Test
    void theCheckpointIsPushedToAFileAndAnAddress() throws IOException {
        Path file = place.resolve("checkpoint");
        try (WitnessServer server = new WitnessServer("48", keys.key().verifier())) {
            pushing.push(Optional.of(file), Optional.of(server.address("/keep")));
            pushing.push(Optional.of(file), Optional.of(server.address("/keep")));

            String note = checkpoints.newest().orElseThrow().note();
            assertThat(Files.readString(file)).isEqualTo(note);
            assertThat(server.posted()).containsExactly(note);
        }
    }

    @Test
    void aWitnessIsSetByKeyAndAddress() {
        try (WitnessServer server = new WitnessServer("49", keys.key().verifier())) {
            String one = server.witness().key() + " " + server.address("/");

            assertThat(Witness.parse(one + ", " + one)).hasSize(2).first().isEqualTo(server.witness());
            assertThat(Witness.parse(" ")).isEmpty();
            assertThatThrownBy(() -> Witness.parse(server.witness().key().toString())).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> Witness.parse(keys.key().verifier() + " http://a.example"))
                    .isInstanceOf(Malformed.class);
        }
    }
}
