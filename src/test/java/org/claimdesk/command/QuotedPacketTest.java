package org.claimdesk.command;

import static org.claimdesk.command.HandmadePacket.CLAIM;
import static org.claimdesk.command.HandmadePacket.ENTRIES;
import static org.claimdesk.command.HandmadePacket.whole;
import static org.claimdesk.command.HandmadePacket.wrong;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What a packet says of a passage is what the entry says that picks it, as far as both tell it. */
class QuotedPacketTest {

    private static final String PAGE = "{\"id\":1,\"quote\":\"eleven came\",\"start\":10,\"end\":21,\"locator\":null,"
            + "\"capture\":7,\"sha256\":null}";
    private static final String FILE = "{\"id\":2,\"quote\":\"eleven boats\",\"start\":5,\"end\":17,\"locator\":\"page 3\","
            + "\"capture\":null,\"sha256\":\"ab12\"}";
    private static final String TYPED = "{\"id\":3,\"quote\":\"They came at night.\",\"start\":null,\"end\":null,"
            + "\"locator\":\"00:12:31\",\"capture\":null,\"sha256\":null}";
    private static final String OTHER = "{\"id\":4,\"quote\":\"Nobody was hurt.\",\"start\":null,\"end\":null,"
            + "\"locator\":\"00:14:02\",\"capture\":null,\"sha256\":null}";
    private static final String LEAST = OTHER.replace("\"Nobody was hurt.\"", "null").replace("\"00:14:02\"", "null");
    private static final String TOLD = "\"texts\":{\"exact\":{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"text\":\"%s\"},";

    private static Forger packet(String... passages) throws IOException {
        return new HandmadePacket().ofClaim("MARK", "{}")
                .ofClaim("ATTACH", "{\"evidence\":5,\"kind\":\"LINK\",\"stance\":\"SUPPORTS\"}")
                .entry("QUOTE", "{\"claim\":31,\"evidence\":5,\"capture\":7,\"start\":10,\"end\":21}", "exact",
                        "eleven came")
                .entry("QUOTE", "{\"claim\":31,\"evidence\":5,\"sha256\":\"ab12\",\"start\":5,\"end\":17}", "exact",
                        "eleven boats", "locator", "page 3")
                .entry("QUOTE", "{\"claim\":31,\"evidence\":5}", "exact", "They came at night.", "locator", "00:12:31")
                .entry("QUOTE", "{\"claim\":31,\"evidence\":5}", "exact", "Nobody was hurt.", "locator", "00:14:02")
                .packet("{\"evidence\":[{\"id\":5,\"kind\":\"LINK\",\"stance\":\"SUPPORTS\",\"passages\":"
                        + List.of(passages) + "}]}", "{}");
    }

    private static Forger packet() throws IOException {
        return packet(PAGE, FILE, TYPED, OTHER);
    }

    /** The words of a passage are in the packet, and the entry does not disclose them. */
    private static Forger undisclosed(Forger packet, String words) {
        return packet.replace(ENTRIES, TOLD.formatted(words), "\"texts\":{");
    }

    @Test
    void whatWasAlteredInAPassageIsNamed() throws Exception {
        whole(packet());
        wrong(CLAIM + ": the quote of passage 1 is not the one that entry 2 commits to",
                packet().replace(CLAIM, "eleven came", "twelve came"));
        wrong(CLAIM + ": the capture of passage 1 is not what entry 2 says",
                packet().replace(CLAIM, "\"capture\":7", "\"capture\":8"));
        wrong(CLAIM + ": the capture of passage 1 is not what entry 2 says",
                packet().replace(CLAIM, "\"capture\":7", "\"capture\":null"));
        wrong(CLAIM + ": the sha256 of passage 2 is not what entry 3 says", packet().replace(CLAIM, "ab12", "ab13"));
        wrong(CLAIM + ": the locator of passage 2 is not the one that entry 3 commits to",
                packet().replace(CLAIM, "page 3", "page 4"));
        wrong(CLAIM + ": no entry here picks passage 2", packet().replace(CLAIM, "\"start\":5", "\"start\":6"));
        wrong(CLAIM + ": the quote of passage 3 is not the one that any of 2 entries from entry 4 on commits to",
                packet().replace(CLAIM, "at night", "at noon"));
        wrong(CLAIM + ": the locator of passage 3 is not the one that entry 4 commits to",
                packet().replace(CLAIM, "00:12:31", "00:14:02"));
    }

    @Test
    void whatAnEntryDoesNotCommitToWasNotThere() throws Exception {
        wrong(CLAIM + ": the locator of passage 1 is not the one that entry 2 commits to",
                packet().replace(CLAIM, "\"locator\":null", "\"locator\":\"page 9\""));
    }

    @Test
    void whatIsHeldBackOnEitherSideIsComparedWithNothing() throws Exception {
        whole(packet().replace(CLAIM, "\"eleven came\"", "null").replace(CLAIM, "\"page 3\"", "null"));
        whole(undisclosed(packet(), "eleven boats").replace(CLAIM, "eleven boats", "Erased for a legal reason"));
        wrong(CLAIM + ": the locator of passage 2",
                undisclosed(packet(), "eleven boats").replace(CLAIM, "page 3", "page 4"));
    }

    @Test
    void aPassageHasAnEntryOfItsOwn() throws Exception {
        whole(packet(PAGE));
        whole(packet(OTHER, TYPED));
        wrong(CLAIM + ": no entry here picks passage 1 too: entry 2 picks one", packet(PAGE, PAGE));
        wrong(CLAIM + ": no entry here picks passage 4 too: any of 2 entries from entry 4 on picks one",
                packet(TYPED, LEAST, LEAST));
    }

    /** The one that says least leaves an entry to the one that fits no other. */
    @Test
    void theOrderOfPassagesDoesNotMatter() throws Exception {
        whole(packet(LEAST, TYPED));
        whole(packet(TYPED, LEAST));
    }

    /** What one entry holds back does not excuse what another tells. */
    @Test
    void wordsThatAreHeldBackStandForOnePassage() throws Exception {
        String erased = OTHER.replace("Nobody was hurt.", "Erased for a legal reason");
        String invented = TYPED.replace("They came at night.", "They came at noon.").replace("00:12:31", "00:14:02");

        whole(undisclosed(packet(TYPED, erased), "Nobody was hurt."));
        wrong(CLAIM + ": no entry here picks passage 4 too: entry 5 picks one",
                undisclosed(packet(invented, erased), "Nobody was hurt."));
    }
}
