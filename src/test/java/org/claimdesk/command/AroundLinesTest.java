package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Handover;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** Who signed is told by keys.json and by an entry alike. */
class AroundLinesTest {

    private static final SigningKey FIRST = SigningKey.of("newsroom.example", VerifierKey.Kind.NOTE, "11".repeat(32));
    private static final SigningKey SECOND = SigningKey.of("newsroom.example", VerifierKey.Kind.NOTE, "12".repeat(32));
    private static final Note NOTE = Handover.sign(FIRST, SECOND);
    private static final KeyHistory KEYS = KeyHistory.follow(List.of(new KeyHistory.Held(FIRST.verifier(), 0, null),
            new KeyHistory.Held(SECOND.verifier(), 5, NOTE)));

    private final AroundLines around = new AroundLines();

    private static ProvedLines.Line key(String note) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("act", "KEY");
        body.putObject("facts")
                .put("before", FIRST.verifier().toString())
                .put("after", SECOND.verifier().toString())
                .put("handover", note);
        return new ProvedLines.Line("around/1.jsonl line 1", 4, Hash.EMPTY, body, Json.MAPPER.createObjectNode());
    }

    private static Checkpoint ofSize(long size) {
        return new Checkpoint("newsroom.example", size, Hash.EMPTY);
    }

    @Test
    void aHandOverHasItsEntry() {
        around.follow(key(NOTE.toString()));

        assertThatCode(() -> around.end(KEYS, ofSize(9))).doesNotThrowAnyException();
    }

    @Test
    void withoutTheEntryItIsNamed() {
        assertThatThrownBy(() -> around.end(KEYS, ofSize(9))).isInstanceOf(Wrong.class)
                .hasMessageContaining("the entry that hands over to key " + SECOND.verifier().idHex() + " is missing");
    }

    @Test
    void anEntryWithAnotherNoteIsNamed() {
        around.follow(key("another note"));

        assertThatThrownBy(() -> around.end(KEYS, ofSize(9))).isInstanceOf(Wrong.class)
                .hasMessageContaining("entry 4 has another note than keys.json");
    }

    @Test
    void aKeyFromAfterTheCheckpointNeedsNone() {
        assertThatCode(() -> around.end(KEYS, ofSize(4))).doesNotThrowAnyException();
    }

    @Test
    void anActOfAnArticleDoesNotBelongThere() {
        ObjectNode body = Json.MAPPER.createObjectNode().put("act", "DROP");
        assertThatThrownBy(
                () -> around.follow(new ProvedLines.Line("around/1.jsonl line 1", 4, Hash.EMPTY, body, body)))
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("entry 4 is of act DROP");
    }
}
