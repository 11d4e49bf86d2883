package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The examples of docs/ledger.md are true. */
class LedgerDocTest {

    private static final SigningKey KEY = SigningKey.of("newsroom.example/ledger", VerifierKey.Kind.NOTE,
            "11".repeat(32));
    private static final SigningKey NEXT = SigningKey.of("newsroom.example/ledger", VerifierKey.Kind.NOTE,
            "33".repeat(32));
    private static final SigningKey WITNESS = SigningKey.of("witness.example", VerifierKey.Kind.COSIGNATURE,
            "22".repeat(32));
    /** 2026-11-24T18:20:32Z. */
    private static final long COSIGNED_AT = 1_795_544_432;
    private static final int SIZE = 5;
    private static final Nodes NODES = Logs.nodes(Logs.leaves(SIZE));
    private static final String CHECKPOINT = new Checkpoint(KEY.verifier().name(), SIZE, NODES.root()).text();

    @Test
    void itsHashesProofsAndSignatureAreThese() throws IOException {
        assertThat(page()).contains(vectors())
                .contains("```\n" + KEY.sign(CHECKPOINT) + "```")
                .contains("```\n" + KEY.verifier() + "\n```");
    }

    @Test
    void itsCosignatureAndItsHandOverAreThese() throws IOException {
        assertThat(page()).contains("```\n" + cosigned() + "```")
                .contains("time " + COSIGNED_AT)
                .contains("```\n" + handover() + "```");
    }

    @Test
    void itsAnswersAreThese() throws IOException {
        assertThat(page()).contains("```json\n" + inclusion() + "```")
                .contains("```json\n" + consistency() + "```")
                .contains("```json\n" + keys() + "```");
    }

    @Test
    void itsAnswersHaveTheMembersThatTheServiceWrites() throws Exception {
        assertThat(members(inclusion())).isEqualTo(written("ProofResource$Inclusion"));
        assertThat(members(consistency())).isEqualTo(written("ProofResource$Consistency"));
        assertThat(members(keys())).isEqualTo(written("Checkpoints$Key"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/ledger.md"));
    }

    private static String vectors() {
        return "| leaf hash of `entry 0` | `" + Logs.leaf(0) + "` |\n"
                + "| root of the first three | `" + Logs.root(Logs.leaves(3)) + "` |\n"
                + "| root of all five | `" + NODES.root() + "` |\n"
                + "| proof that `entry 2` is in the five | " + words(InclusionProof.of(2, NODES).hashes()) + " |\n"
                + "| proof that the five have grown from three | " + words(ConsistencyProof.of(3, NODES).hashes())
                + " |\n"
                + "| bundle of the five, `/tile/entries/000.p/5` | `" + bundle() + "` |\n";
    }

    private static String words(List<Hash> hashes) {
        return String.join("<br>", hashes.stream().map(hash -> "`" + hash + "`").toList());
    }

    private static String bundle() {
        return Base64.getEncoder()
                .encodeToString(EntryBundle.write(IntStream.range(0, SIZE).mapToObj(Logs::entry).toList()));
    }

    /** The key of the witness, and its line under the checkpoint. */
    private static String cosigned() {
        return WITNESS.verifier() + "\n" + WITNESS.cosignature(CHECKPOINT, COSIGNED_AT).line();
    }

    private static Note handover() {
        return Handover.sign(KEY, NEXT);
    }

    private static String inclusion() {
        return """
                {"entry":3,"body":"entry 2","index":2,"size":5,
                 "leaf":"%s",
                 "hashes":%s,
                 "root":"%s",
                 "checkpoint":"%s"}
                """.formatted(Logs.leaf(2), listed(InclusionProof.of(2, NODES).hashes()), NODES.root(),
                cut(KEY.sign(CHECKPOINT), 109));
    }

    private static String consistency() {
        return """
                {"from":3,"to":5,
                 "hashes":%s,
                 "fromRoot":"%s",
                 "toRoot":"%s"}
                """.formatted(listed(ConsistencyProof.of(3, NODES).hashes()), Logs.root(Logs.leaves(3)), NODES.root());
    }

    /** As though the hand-over stood in the sixth entry. */
    private static String keys() {
        return """
                [{"vkey":"%s",
                  "sinceSize":0,"since":"2026-09-01T06:00:00.204118Z","handover":null,"entry":null,"index":null},
                 {"vkey":"%s",
                  "sinceSize":6,"since":"2026-11-24T18:20:31.118204Z","handover":"%s",
                  "entry":6,"index":5}]
                """.formatted(KEY.verifier(), NEXT.verifier(), cut(handover(), 57));
    }

    private static String listed(List<Hash> hashes) {
        return "[\"" + String.join("\",\n  \"", hashes.stream().map(Hash::base64).toList()) + "\"]";
    }

    /** The beginning of a note as a string of JSON. */
    private static String cut(Note note, int length) {
        return note.toString().substring(0, length).replace("\n", "\\n") + "…";
    }

    private static List<String> members(String json) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(json);
        return (answer.isArray() ? answer.get(0) : answer).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> written(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName("org.claimdesk.ledger.tree." + type).getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Prints what belongs there. */
    public static void main(String[] none) {
        System.out.print(String.join("\n", vectors(), KEY.sign(CHECKPOINT).toString(), KEY.verifier() + "\n",
                cosigned(), handover().toString(), inclusion(), consistency(), keys()));
    }
}
