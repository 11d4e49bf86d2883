package org.claimdesk.command;

import static org.claimdesk.command.HandmadePacket.CLAIM;
import static org.claimdesk.command.HandmadePacket.ENTRIES;
import static org.claimdesk.command.HandmadePacket.whole;
import static org.claimdesk.command.HandmadePacket.wrong;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** What a packet says of a verdict or a dispute is what its entry commits to, and nothing where it commits to nothing. */
class VerdictPacketTest {

    private static final String TOLD = "\"rationale\":{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"text\":\"So the log says.\"}";

    private static Forger packet() throws IOException {
        return new HandmadePacket().ofClaim("MARK", "{}")
                .ofClaim("DISPUTE", "{\"grounds\":\"FIGURE\"}", "statement", "The log has no June.")
                .ofClaim("VERIFY", "{\"verdict\":9,\"rating\":\"ACCURATE\",\"evidence\":[]}", "rationale",
                        "So the log says.", "words",
                        "eleven boats")
                .packet("{\"disputes\":[{\"id\":3,\"grounds\":\"FIGURE\",\"statement\":\"The log has no June.\"}],"
                        + "\"verdicts\":[{\"id\":9,\"rating\":\"ACCURATE\",\"rationale\":\"So the log says.\","
                        + "\"words\":\"eleven boats\",\"waived\":null,\"evidence\":[]}]}", "{}");
    }

    @Test
    void whatWasAlteredIsNamed() throws Exception {
        whole(packet());
        wrong(CLAIM + ": the rationale of verdict 9 is not the one that entry 2 commits to",
                packet().replace(CLAIM, "So the log says.", "So they say."));
        wrong(CLAIM + ": the words of verdict 9", packet().replace(CLAIM, "eleven boats", "twelve boats"));
        wrong(CLAIM + ": the statement of dispute 3", packet().replace(CLAIM, "no June", "no July"));
    }

    @Test
    void whatWasInventedIsNamed() throws Exception {
        wrong(CLAIM + ": the waived of verdict 9 is not the one that entry 2 commits to",
                packet().replace(CLAIM, "\"waived\":null", "\"waived\":\"One source is enough here.\""));
    }

    @Test
    void whatIsHeldBackIsComparedWithNothing() throws Exception {
        whole(packet().replace(ENTRIES, TOLD + ",", "")
                .replace(CLAIM, "So the log says.", "Erased for a legal reason"));
        whole(packet().replace(CLAIM, "\"So the log says.\"", "null"));
    }
}
