package org.claimdesk.command;

import static org.claimdesk.command.HandmadePacket.ENTRIES;
import static org.claimdesk.command.HandmadePacket.whole;
import static org.claimdesk.command.HandmadePacket.wrong;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** An entry erases texts of entries before it; no service of ours writes another, so these are made by hand. */
class ErasedPacketTest {

    private static final String ERASED = "{\"claim\":31,\"ground\":\"DEFAMATION\",\"erased\":[{\"entry\":57,%s\"texts\":[\"reason\"]}]}";
    private static final String REASON = "\"texts\":{\"reason\":{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"text\":\"Said twice.\"}}";

    /** Entry 1 and entry 3 have a reason, entry 2 erases. @param index what it names, as a member of JSON */
    private static Forger packet(String index) throws IOException {
        return new HandmadePacket().ofClaim("MARK", "{}")
                .ofClaim("REASSIGN", "{}", "reason", "Said twice.")
                .entry("ERASE", ERASED.formatted(index))
                .ofClaim("REASSIGN", "{}", "reason", "Said thrice.")
                .packet("{}", "{}")
                .replace(ENTRIES, REASON, "\"texts\":{},\"erased\":[\"reason\"]");
    }

    @Test
    void anEntryErasesOnlyWhatCameBeforeIt() throws Exception {
        whole(packet("\"index\":1,"));
        wrong(ENTRIES + " line 3: entry 2 erases a text of entry 3, which is not one before it",
                packet("\"index\":3,"));
        wrong(ENTRIES + " line 3: entry 2 erases a text of entry 2, which is not one before it",
                packet("\"index\":2,"));
    }

    @Test
    void itSaysWhich() throws Exception {
        wrong(ENTRIES + " line 3: entry 2 erases a text of entry without an index, which is not one before it",
                packet(""));
        wrong(ENTRIES + " line 3: entry 2 erases a text of entry -1, which is not one before it",
                packet("\"index\":-1,"));
    }
}
