package org.claimdesk.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;

/**
 * The keys of a packet, each handed over by the one before it. The newest of them must have signed the checkpoint: whoever
 * got hold of a key that was handed over cannot make a packet that passes under a later one.
 */
final class PacketKeys {

    static final String NAME = "keys.json";

    private final KeyHistory history;

    /** @throws Wrong where it is no list of keys, or one was not handed over */
    PacketKeys(byte[] content) throws IOException {
        JsonNode listed = Json.any(NAME, Json.text(NAME, content));
        ArrayNode again = Json.MAPPER.createArrayNode();
        List<KeyHistory.Held> held = new ArrayList<>();
        try {
            for (JsonNode key : listed) {
                String vkey = key.path("vkey").asText();
                String handover = key.path("handover").textValue();
                again.addObject().put("vkey", vkey).put("handover", handover);
                // From which size on each signs does not matter here: only what the newest has signed is believed.
                held.add(new KeyHistory.Held(VerifierKey.parse(vkey), 0,
                        handover == null ? null : Note.parse(handover)));
            }
            history = KeyHistory.follow(held);
        } catch (Unproven | Malformed no) {
            throw new Wrong(NAME, no.getMessage());
        }
        if (held.get(0).handover() != null) {
            throw new Wrong(NAME, "nothing hands over to the first key");
        }
        if (!Arrays.equals(content, Json.MAPPER.writeValueAsBytes(again))) {
            throw new Wrong(NAME, "it says more than vkey and handover of each key");
        }
    }

    /** All of them, the first one first. */
    KeyHistory history() {
        return history;
    }

    /** @throws Wrong where the trusted key is none of them, or the newest has not signed the checkpoint */
    Checkpoint open(Note checkpoint, VerifierKey trusted) {
        VerifierKey newest = history.current();
        if (history.keys().stream().noneMatch(held -> held.key().equals(trusted))) {
            throw new Wrong(NAME, "the key " + trusted.name() + " " + trusted.idHex() + " is not one of this ledger ("
                    + newest.name() + " " + newest.idHex() + ")");
        }
        try {
            return Checkpoint.open(checkpoint, newest);
        } catch (Unproven | Malformed no) {
            throw new Wrong("checkpoint", no.getMessage());
        }
    }
}
