package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The examples of docs/ledger.md are true. */
class LedgerDocTest {

    private static final SigningKey KEY = SigningKey.of("newsroom.example/ledger", VerifierKey.Kind.NOTE,
            "11".repeat(32));

    @Test
    void itsHashesProofsAndSignatureAreThese() throws IOException {
        String page = Files.readString(Path.of("docs/ledger.md"));
        Checkpoint checkpoint = new Checkpoint(KEY.verifier().name(), 5, Logs.root(Logs.leaves(5)));

        assertThat(page).contains(vectors())
                .contains("```\n" + KEY.sign(checkpoint.text()) + "```")
                .contains("```\n" + KEY.verifier() + "\n```");
    }

    private static String vectors() {
        Nodes nodes = Logs.nodes(Logs.leaves(5));
        return "| leaf hash of `entry 0` | `" + Logs.leaf(0) + "` |\n"
                + "| root of the first three | `" + Logs.root(Logs.leaves(3)) + "` |\n"
                + "| root of all five | `" + nodes.root() + "` |\n"
                + "| proof that `entry 2` is in the five | " + words(InclusionProof.of(2, nodes).hashes()) + " |\n"
                + "| proof that the five have grown from three | " + words(ConsistencyProof.of(3, nodes).hashes())
                + " |\n";
    }

    private static String words(java.util.List<Hash> hashes) {
        return String.join("<br>", hashes.stream().map(hash -> "`" + hash + "`").toList());
    }

    /** Prints what belongs there. */
    public static void main(String[] none) {
        Checkpoint checkpoint = new Checkpoint(KEY.verifier().name(), 5, Logs.root(Logs.leaves(5)));
        System.out.print(vectors() + "\n" + KEY.sign(checkpoint.text()) + "\n" + KEY.verifier() + "\n");
    }
}
