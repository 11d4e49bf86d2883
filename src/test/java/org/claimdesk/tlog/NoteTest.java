package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, checkpoints and cosignatures. */
class NoteTest {

    static final SigningKey LOG = SigningKey.of("newsroom.example/ledger", VerifierKey.Kind.NOTE, "11".repeat(32));
    static final SigningKey OTHER = SigningKey.of("newsroom.example/ledger", VerifierKey.Kind.NOTE, "22".repeat(32));
    static final SigningKey WITNESS = SigningKey.of("witness.example", VerifierKey.Kind.COSIGNATURE, "33".repeat(32));
    private static final Checkpoint CHECKPOINT = new Checkpoint("newsroom.example/ledger", 5,
            Logs.root(Logs.leaves(5)));

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void theKeyOfASeedIsTheOneOfTheSpecification() {
        SigningKey key = SigningKey.of("a", VerifierKey.Kind.NOTE,
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(java.util.HexFormat.of().formatHex(key.verifier().key()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** The example of the specification: its key is in the documentation of golang.org/x/mod/sumdb/note. */
    @Test
    void aNoteOfAnotherImplementationIsVerified() {
        VerifierKey peter = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        Note note = Note
                .parse("""
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """);

        note.verify(peter);
        assertThat(peter.toString()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void aCheckpointIsReadAsItWasSigned() {
        Note note = LOG.sign(CHECKPOINT.text());

        Note read = Note.parse(note.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(Checkpoint.open(read, LOG.verifier())).isEqualTo(CHECKPOINT);
        assertThat(read).hasToString(note.toString());
        assertThat(VerifierKey.parse(LOG.verifier().toString())).isEqualTo(LOG.verifier());
    }

    @Test
    void anyFlippedBitOfACheckpointIsFound() {
        byte[] note = LOG.sign(CHECKPOINT.text()).toString().getBytes(StandardCharsets.UTF_8);

        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            byte[] flipped = note.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> Checkpoint.open(Note.parse(flipped), LOG.verifier())).as("bit " + bit)
                    .isInstanceOfAny(Malformed.class, Unproven.class);
        }
    }

    @Test
    void anyFlippedBitOfAVerifierKeyIsFound() {
        byte[] vkey = LOG.verifier().toString().getBytes(StandardCharsets.UTF_8);

        for (int bit = 0; bit < vkey.length * Byte.SIZE; bit++) {
            byte[] flipped = vkey.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            String text = new String(flipped, StandardCharsets.UTF_8);

            assertThatThrownBy(() -> VerifierKey.parse(text)).as(text).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aForeignKeyIsToldApart() {
        Note foreign = OTHER.sign(CHECKPOINT.text());

        assertThatThrownBy(() -> Checkpoint.open(foreign, LOG.verifier())).isInstanceOf(Unproven.class)
                .hasMessageContaining("not signed by");
        Note both = foreign.with(LOG.signature(CHECKPOINT.text()));
        assertThat(Checkpoint.open(both, LOG.verifier())).isEqualTo(CHECKPOINT);
        assertThat(Checkpoint.open(both, OTHER.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aCheckpointOfAnotherLogIsNotTaken() {
        Note note = LOG.sign(new Checkpoint("elsewhere.example", 5, CHECKPOINT.root()).text());

        assertThatThrownBy(() -> Checkpoint.open(note, LOG.verifier())).isInstanceOf(Unproven.class)
                .hasMessageContaining("elsewhere.example");
    }

    @Test
    void aCosignatureSaysWhenAndIsBoundToIt() {
        Note.Signature cosigned = WITNESS.cosignature(CHECKPOINT.text(), 1_700_000_000);

        assertThat(VerifierKey.time(cosigned)).isEqualTo(1_700_000_000);
        assertThat(WITNESS.verifier().verifies(CHECKPOINT.text(), cosigned)).isTrue();
        byte[] later = cosigned.bytes();
        later[7]++;
        assertThat(WITNESS.verifier()
                .verifies(CHECKPOINT.text(),
                        new Note.Signature(cosigned.name(), cosigned.key(), later)))
                .isFalse();
        assertThat(LOG.sign(CHECKPOINT.text()).with(cosigned).toString()).contains("\u2014 witness.example ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "text\n", "text\n\n", "text\n\n\u2014 a b\n", "text\n\n\u2014 a AAAAAA==\n",
            "text\n\n- a AAAAAAAA\n", "text\n\n\u2014 a AAAAAAAA", "text\n\n\u2014 a AAAAAAAA\n\n",
            "te\txt\n\n\u2014 a AAAAAAAA\n",
            "text\n\n\u2014 a+b AAAAAAAA\n", "text\n\n\u2014  AAAAAAAA\n", "text\n\n\u2014 a AAAAAAB=\n"})
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n1\n", "a\n01\n%s\n", "a\n-1\n%s\n", "a\n+1\n%s\n", "a\n99999999999999999999\n%s\n",
            "a\n1\nAAAA\n",
            "a\n1\n%s\n\nx\n", "\n1\n%s\n"})
    void whatIsNoCheckpointIsRefused(String text) {
        Note note = LOG.sign(text.formatted(CHECKPOINT.root()));

        assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(Malformed.class);
    }

    @Test
    void whatGoesToAWitnessIsReadAsItWasWritten() {
        Note note = LOG.sign(CHECKPOINT.text());
        ConsistencyProof proof = ConsistencyProof.of(3, Logs.nodes(Logs.leaves(5)));
        AddCheckpoint asked = new AddCheckpoint(3, proof.hashes(), note);

        AddCheckpoint read = AddCheckpoint.parse(asked.body());

        assertThat(asked.body()).startsWith("old 3\n" + proof.hashes().get(0) + "\n");
        assertThat(read.old()).isEqualTo(3);
        assertThat(read.proof()).isEqualTo(proof.hashes());
        assertThat(read.checkpoint()).hasToString(note.toString());
        assertThat(AddCheckpoint.parse(new AddCheckpoint(0, java.util.List.of(), note).body()).proof()).isEmpty();
    }
}
