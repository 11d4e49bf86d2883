package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Proofs as another implementation sees them. */
class AnotherVerifierTest {

    private static final List<Hash> LEAVES = Logs.leaves(2000);

    @Property(tries = 200)
    void acceptsOurProofs(@ForAll @IntRange(min = 1, max = 2000) int size, @ForAll @IntRange(max = 2000) int some) {
        List<Hash> leaves = LEAVES.subList(0, size);
        int index = some % size;
        Nodes nodes = Logs.nodes(leaves);
        List<byte[]> hashes = InclusionProof.of(index, nodes).hashes().stream().map(Hash::bytes).toList();

        assertThatCode(() -> InclusionProofVerifier.verify(leaves.get(index).bytes(), index, size, hashes,
                nodes.root().bytes())).doesNotThrowAnyException();
        assertThatThrownBy(() -> InclusionProofVerifier.verify(Hash.EMPTY.bytes(), index, size, hashes,
                nodes.root().bytes())).isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void acceptsOurCheckpoints() throws GeneralSecurityException, RekorParseException {
        Checkpoint checkpoint = new Checkpoint("newsroom.example/ledger", 2000, Logs.root(LEAVES));
        Note note = NoteTest.LOG.sign(checkpoint.text()).with(NoteTest.WITNESS.cosignature(checkpoint.text(), 1));

        RekorEntry.Checkpoint read = Checkpoints.from(note.toString());

        RekorEntry.CheckpointSignature signature = read.getSignatures().get(0);
        assertThat(read.getOrigin()).isEqualTo(checkpoint.origin());
        assertThat(read.getSize()).isEqualTo(2000);
        assertThat(read.getBase64Hash()).isEqualTo(checkpoint.root().base64());
        assertThat(signature.getIdentity()).isEqualTo(checkpoint.origin());
        assertThat(ByteBuffer.wrap(signature.getKeyHint()).getInt()).isEqualTo(NoteTest.LOG.verifier().id());
        assertThat(verifies(read.getSignedData(), signature.getSignature())).isTrue();
        assertThat(verifies(read.getSignedData().replace("2000", "2001"), signature.getSignature())).isFalse();
    }

    private static boolean verifies(String text, byte[] signature) throws GeneralSecurityException {
        return Verifiers.newVerifier(NoteTest.LOG.verifier().publicKey())
                .verify(text.getBytes(StandardCharsets.UTF_8), signature);
    }
}
