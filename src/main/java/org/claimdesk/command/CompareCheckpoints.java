package org.claimdesk.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SplitView;
import org.claimdesk.tlog.Tiles;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;

/**
 * {@code compare-checkpoints A B --key VKEY [--key VKEY] [--tiles DIRECTORY|ADDRESS]}: whether two checkpoints of a ledger
 * can both be true. Ends with 0 where they can, 2 where they are a split view, 1 where it cannot be told.
 */
final class CompareCheckpoints {

    private static final int BOTH_TRUE = 0;
    private static final int CANNOT_TELL = 1;
    private static final int SPLIT = 2;
    private static final String USAGE = "compare-checkpoints A B --key VKEY [--key VKEY] [--tiles DIRECTORY|ADDRESS]";

    private CompareCheckpoints() {}

    static int main(PrintStream console, String... arguments) {
        try {
            return compare(console, arguments);
        } catch (Malformed | Unproven | IOException wrong) {
            console.println("Cannot tell: " + wrong.getMessage());
            return CANNOT_TELL;
        }
    }

    private static int compare(PrintStream console, String... arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        List<VerifierKey> keys = new ArrayList<>();
        Tiles tiles = null;
        for (int i = 1; i < arguments.length; i++) {
            boolean named = arguments[i].startsWith("--");
            if (named && i + 1 == arguments.length) {
                throw new Malformed(USAGE);
            }
            switch (arguments[i]) {
                case "--key" -> keys.add(VerifierKey.parse(arguments[++i]));
                case "--tiles" -> tiles = TileFiles.at(arguments[++i]);
                default -> files.add(Path.of(arguments[i]));
            }
        }
        if (files.size() != 2 || keys.isEmpty()) {
            throw new Malformed(USAGE);
        }
        Checkpoint one = opened(files.get(0), keys);
        Checkpoint other = opened(files.get(1), keys);
        Tiles source = tiles;
        Optional<SplitView> split = SplitView.between(one, other, (from, to) -> proof(source, from, to));
        if (split.isPresent()) {
            console.println("SPLIT VIEW of " + one.origin() + ". " + split.get().why());
            return SPLIT;
        }
        console.println(one.size() == other.size()
                ? "The same: both are of " + one.origin() + " with " + one.size() + " entries and the same root."
                : "Both are true: " + one.origin() + " has grown from " + Math.min(one.size(), other.size())
                        + " to " + Math.max(one.size(), other.size()) + " entries.");
        return BOTH_TRUE;
    }

    private static ConsistencyProof proof(Tiles tiles, long from, long to) {
        if (tiles == null) {
            throw new Malformed("the sizes differ, so the tiles of the larger one are needed: --tiles");
        }
        return ConsistencyProof.of(from, new Nodes(tiles, to));
    }

    private static Checkpoint opened(Path file, List<VerifierKey> keys) throws IOException {
        Note note = Note.parse(Files.readAllBytes(file));
        Unproven last = null;
        for (VerifierKey key : keys) {
            try {
                return Checkpoint.open(note, key);
            } catch (Unproven other) {
                last = other;
            }
        }
        throw new Unproven(file + ": " + last.getMessage());
    }
}
