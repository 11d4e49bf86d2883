package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Handover;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** Whose signature a packet passes with, once the key of the ledger has been handed over. */
class PacketKeysTest {

    private static final SigningKey OLD = key("01");
    private static final SigningKey NEW = key("02");
    private static final SigningKey FOREIGN = key("03");
    private static final String HANDED = Handover.sign(OLD, NEW).toString();
    private static final Checkpoint HEAD = new Checkpoint("keys.example", 7, Hash.leaf(new byte[]{1}));

    @Test
    void theNewestKeySignsAndEveryKeyThatLedToItMayBeTheTrustedOne() throws IOException {
        PacketKeys keys = new PacketKeys(both(HANDED));

        assertThat(keys.open(signed(NEW), OLD.verifier())).isEqualTo(HEAD);
        assertThat(keys.open(signed(NEW), NEW.verifier())).isEqualTo(HEAD);
        assertThat(keys.open(signed(OLD).with(NEW.signature(HEAD.text())), NEW.verifier())).isEqualTo(HEAD);
    }

    /** Who has stolen a key that was handed over since does not get past those who trust the new one. */
    @Test
    void aKeyThatWasHandedOverSignsNoMore() throws IOException {
        assertThatThrownBy(() -> new PacketKeys(both(HANDED)).open(signed(OLD), NEW.verifier()))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("checkpoint: the note is not signed by keys.example with the key "
                        + NEW.verifier().idHex());
        assertThatThrownBy(() -> new PacketKeys(one(OLD, null)).open(signed(OLD), NEW.verifier()))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("is not one of this ledger");
        String stolen = Handover.sign(OLD, FOREIGN).toString();
        assertThatThrownBy(() -> new PacketKeys(listed(OLD, null, FOREIGN, stolen)).open(signed(FOREIGN),
                NEW.verifier())).isInstanceOf(Wrong.class).hasMessageContaining("is not one of this ledger");
    }

    @Test
    void aKeyThatNobodyHandedOverToIsNoKeyOfTheLedger() {
        String byItself = Handover.sign(FOREIGN, NEW).toString();
        for (byte[] listed : new byte[][]{both(null), both(byItself), listed(NEW, null, OLD, HANDED)}) {
            assertThatThrownBy(() -> new PacketKeys(listed)).isInstanceOf(Wrong.class)
                    .hasMessageStartingWith("keys.json");
        }
    }

    @Test
    void nothingElseStandsThere() {
        String size = new String(both(HANDED), UTF_8).replace("{\"vkey\"", "{\"sinceSize\":5,\"vkey\"");
        for (String other : new String[]{size, new String(both(HANDED), UTF_8) + " ", "[]", "{}", "7"}) {
            assertThatThrownBy(() -> new PacketKeys(other.getBytes(UTF_8))).as(other)
                    .isInstanceOf(Wrong.class)
                    .hasMessageStartingWith("keys.json");
        }
        assertThatThrownBy(() -> new PacketKeys(one(OLD, HANDED)))
                .hasMessageContaining("nothing hands over to the first");
    }

    private static Note signed(SigningKey key) {
        return key.sign(HEAD.text());
    }

    private static byte[] both(String handover) {
        return listed(OLD, null, NEW, handover);
    }

    private static byte[] listed(SigningKey first, String nothing, SigningKey second, String handover) {
        ArrayNode keys = Json.MAPPER.createArrayNode();
        keys.addObject().put("vkey", first.verifier().toString()).put("handover", nothing);
        keys.addObject().put("vkey", second.verifier().toString()).put("handover", handover);
        return keys.toString().getBytes(UTF_8);
    }

    private static byte[] one(SigningKey key, String handover) {
        ArrayNode keys = Json.MAPPER.createArrayNode();
        keys.addObject().put("vkey", key.verifier().toString()).put("handover", handover);
        return keys.toString().getBytes(UTF_8);
    }

    private static SigningKey key(String seed) {
        return SigningKey.of("keys.example", VerifierKey.Kind.NOTE, seed.repeat(32));
    }
}
