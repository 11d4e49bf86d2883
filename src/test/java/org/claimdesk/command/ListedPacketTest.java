package org.claimdesk.command;

import static org.claimdesk.command.HandmadePacket.CLAIM;
import static org.claimdesk.command.HandmadePacket.whole;
import static org.claimdesk.command.HandmadePacket.wrong;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import org.claimdesk.ledger.Act;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.junit.jupiter.api.Test;

/** Lists of ids in a packet are those of its entries, which have number and digest of long ones. */
class ListedPacketTest {

    private static final String STANDARDS = StandardsLines.NAME;
    private static final List<Long> LONG = ids(1, 1_001);

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** As the service writes them. */
    private static String facts(String field, List<Long> ids) {
        Acting edith = new Acting(new UUID(0, 1), "edith", "Edith", Set.of(Role.EDITOR), Set.of());
        return Json.MAPPER.valueToTree(
                Act.of("ACT", edith, Role.EDITOR, Instant.EPOCH, 1).ids(field, ids).fact("verdict", 9).facts())
                .toString();
    }

    private static String listed(List<Long> ids) {
        return Json.MAPPER.valueToTree(ids).toString();
    }

    private static Forger asked(List<Long> told, String claims) throws IOException {
        return new HandmadePacket().ofClaim("MARK", "{}")
                .entry("ASK_REPLY", facts("claims", told))
                .packet("{}", "{\"requests\":[{\"index\":1,\"claims\":" + claims + "}]}");
    }

    /** On evidence of which piece 1 is in the packet and piece 2, an interview off the record, is not. */
    private static Forger verified(List<Long> told, String evidence) throws IOException {
        return new HandmadePacket().ofClaim("MARK", "{}")
                .ofClaim("ATTACH", "{\"evidence\":1,\"kind\":\"FILE\",\"stance\":\"SUPPORTS\"}")
                .ofClaim("ATTACH", "{\"evidence\":2,\"kind\":\"INTERVIEW\",\"stance\":\"SUPPORTS\"}")
                .ofClaim("VERIFY", facts("evidence", told))
                .packet("{\"evidence\":[{\"id\":1,\"kind\":\"FILE\",\"stance\":\"SUPPORTS\"}],"
                        + "\"verdicts\":[{\"id\":9,\"evidence\":" + evidence + "}]}", "{}");
    }

    @Test
    void aLongListIsHeldAgainstNumberAndDigest() throws Exception {
        whole(asked(LONG, listed(LONG)));
        wrong(STANDARDS + ": the claims, 1000 with the SHA-256 ", asked(LONG, listed(ids(1, 1_000))));
        wrong(STANDARDS + ": the claims, 1001 with the SHA-256 ", asked(LONG, listed(ids(2, 1_002))));
        wrong(STANDARDS + ": the claims, 1001 with the SHA-256 ",
                asked(LONG, listed(LONG).replace("[1,2,", "[2,1,")));
        wrong(STANDARDS + ": the claims, 1001 with the SHA-256 ",
                asked(LONG, listed(LONG).replace("[1,2,", "[1,\"2\",")));
        wrong(STANDARDS + ": the claims, 0 with the SHA-256 ", asked(LONG, "null"));
    }

    @Test
    void aListThatNoEntryTellsIsWrong() throws Exception {
        whole(asked(ids(1, 3), "[1,2,3]"));
        wrong(STANDARDS + ": the claims [1,2] is not what entry 1 says ([1,2,3])", asked(ids(1, 3), "[1,2]"));
        Forger without = new HandmadePacket().ofClaim("MARK", "{}")
                .entry("ASK_REPLY", "{}")
                .packet("{}", "{\"requests\":[{\"index\":1,\"claims\":[1,2]}]}");
        wrong(STANDARDS + ": the claims [1,2] is not what entry 1 says ()", without);
    }

    @Test
    void aVerdictWasGivenOnTheEvidenceOfItsEntry() throws Exception {
        whole(verified(List.of(1L), "[1]"));
        wrong(CLAIM + ": the evidence of verdict 9 [] is not what entry 3 says ([1])", verified(List.of(1L), "[]"));
        wrong(CLAIM + ": the evidence of verdict 9 [1,3] is not what entry 3 says ([1])",
                verified(List.of(1L), "[1,3]"));
    }

    @Test
    void whatIsOffTheRecordIsLeftOut() throws Exception {
        whole(verified(List.of(1L, 2L), "[1]"));
        wrong(CLAIM + ": the evidence of verdict 9 [1,2] is not what entry 3 says ([1])",
                verified(List.of(1L, 2L), "[1,2]"));
    }

    @Test
    void soMuchEvidenceIsHeldAgainstNumberAndDigest() throws Exception {
        whole(verified(LONG, listed(LONG)));
        whole(verified(LONG, listed(LONG).replace("[1,2,", "[1,")));
        wrong(CLAIM + ": the evidence of verdict 9, 999 with the SHA-256 ",
                verified(LONG, listed(LONG).replace("[1,2,3,", "[1,")));
        wrong(CLAIM + ": the evidence of verdict 9, 1001 with the SHA-256 ",
                verified(LONG, listed(LONG).replace("[1,2,", "[1,1002,")));
    }
}
