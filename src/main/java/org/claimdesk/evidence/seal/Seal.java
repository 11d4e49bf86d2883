package org.claimdesk.evidence.seal;

import java.util.HexFormat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.claimdesk.content.Stored;

/** The seal of an interview: what it holds is encrypted, and never changes. */
@Entity
class Seal {

    @Id
    @Column(name = "evidence_id")
    private Long evidence;
    private String keyId;
    private byte[] wrappedKey;
    private byte[] contents;
    private byte[] commitment;
    private byte[] recording;
    private Long recordingSize;

    protected Seal() {}

    /** @param recording encrypted, or null */
    static Seal of(long evidence, Envelope envelope, byte[] commitment, Stored recording) {
        Seal seal = new Seal();
        seal.evidence = evidence;
        seal.keyId = envelope.keyId();
        seal.wrappedKey = envelope.wrapped();
        seal.contents = envelope.contents();
        seal.commitment = commitment;
        if (recording != null) {
            seal.recording = HexFormat.of().parseHex(recording.digest());
            seal.recordingSize = recording.size();
        }
        return seal;
    }

    Envelope envelope() {
        return new Envelope(keyId, wrappedKey, contents);
    }

    /** By which the store has the encrypted recording, or null. */
    String recording() {
        return recording == null ? null : HexFormat.of().formatHex(recording);
    }
}
