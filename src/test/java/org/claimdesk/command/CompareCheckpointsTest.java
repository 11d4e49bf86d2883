package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Logs;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.Tile;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two checkpoints that two people hold, compared on a machine that has nothing else. */
class CompareCheckpointsTest {

    private static final SigningKey KEY = SigningKey.of("newsroom.example", VerifierKey.Kind.NOTE, "11".repeat(32));
    private static final SigningKey FOREIGN = SigningKey.of("newsroom.example", VerifierKey.Kind.NOTE, "12".repeat(32));

    @TempDir
    Path place;

    private final List<Hash> leaves = new ArrayList<>();
    private final List<Hash> others = new ArrayList<>();

    @BeforeEach
    void aLogAndOneWithAnEntrySwapped() throws IOException {
        for (int i = 0; i < 300; i++) {
            leaves.add(Hash.leaf(new byte[]{(byte) i, (byte) (i >> 8)}));
        }
        others.addAll(leaves);
        others.set(3, Hash.leaf(new byte[]{7}));
        for (Tile tile : List.of(new Tile(0, 0, 256), new Tile(0, 1, 44), new Tile(1, 0, 1))) {
            Path file = place.resolve("tile").resolve(tile.path());
            Files.createDirectories(file.getParent());
            Files.write(file, Logs.tiles(leaves).read(tile));
        }
    }

    @Test
    void twoOfOneHistory() throws IOException {
        said(0, "has grown from 20 to 300 entries", checkpoint("a", leaves, 20, KEY), checkpoint("b", leaves, 300, KEY),
                "--tiles", place.toString());
    }

    @Test
    void twoOfOneSizeAndRootAreTheSame() throws IOException {
        said(0, "The same: both are of newsroom.example with 300 entries and the same root.",
                checkpoint("a", leaves, 300, KEY), checkpoint("b", leaves, 300, KEY));
        said(0, "with 0 entries and the same root", checkpoint("c", leaves, 0, KEY), checkpoint("d", others, 0, KEY));
    }

    @Test
    void twoHistoriesAreNamed() throws IOException {
        said(2, "SPLIT VIEW of newsroom.example. The first 20 of the 300 entries", checkpoint("a", others, 20, KEY),
                checkpoint("b", leaves, 300, KEY), "--tiles", place.toString());
        said(2, "Both have 300 entries, and their roots differ.", checkpoint("c", others, 300, KEY),
                checkpoint("b", leaves, 300, KEY));
    }

    @Test
    void whatCannotBeToldIsNotGuessed() throws IOException {
        said(1, "--tiles", checkpoint("a", leaves, 20, KEY), checkpoint("b", leaves, 300, KEY));
        said(1, "not signed by", checkpoint("a", leaves, 20, FOREIGN), checkpoint("b", leaves, 300, KEY));
        said(1, "cannot be read", checkpoint("a", leaves, 20, KEY), checkpoint("b", leaves, 290, KEY), "--tiles",
                place.toString());
        said(1, "compare-checkpoints A B", checkpoint("a", leaves, 20, KEY));
        said(1, "compare-checkpoints A B", checkpoint("a", leaves, 20, KEY), "--tiles");
    }

    private String checkpoint(String name, List<Hash> log, int size, SigningKey key) throws IOException {
        Checkpoint checkpoint = new Checkpoint("newsroom.example", size, Logs.root(log.subList(0, size)));
        return Files.writeString(place.resolve(name), key.sign(checkpoint.text()).toString()).toString();
    }

    private static void said(int status, String words, String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare-checkpoints", "--key", KEY.verifier().toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream console = new ByteArrayOutputStream();

        int ended = CompareCheckpoints.main(new PrintStream(console, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));

        assertThat(console.toString(StandardCharsets.UTF_8)).contains(words);
        assertThat(ended).isEqualTo(status);
    }
}
