package org.claimdesk.command;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.claimdesk.ledger.Commitment;

/** Ids that are more than an entry has room for: of a list {@code x} it tells {@code xCount} and {@code xSha256}. */
final class Ids {

    private static final String COUNT = "Count";
    private static final String SHA256 = "Sha256";

    private Ids() {}

    /** Whether the entry has them so. */
    static boolean counted(ProvedLines.Line line, String fact) {
        return !line.fact(fact + COUNT).isMissingNode() || !line.fact(fact + SHA256).isMissingNode();
    }

    /** How many they are; -1 where it does not say. */
    static long count(ProvedLines.Line line, String fact) {
        return line.fact(fact + COUNT).asLong(-1);
    }

    /** @throws Wrong where a list is another one than the entry counts; what is not there is one, too */
    static void compare(String name, String what, JsonNode list, ProvedLines.Line line, String fact) {
        List<Long> ids = listed(list);
        String digest = Commitment.sha256(ids);
        String told = line.fact(fact + SHA256).asText("none");
        if (!list.isArray() || ids.size() != list.size() || ids.size() != count(line, fact) || !digest.equals(told)) {
            throw new Wrong(name, "the " + what + ", " + list.size() + " with the SHA-256 " + digest
                    + ", are not what entry " + line.index() + " says (" + count(line, fact) + " with " + told + ")");
        }
    }

    private static List<Long> listed(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : list) {
            if (id.isIntegralNumber() && id.canConvertToLong()) {
                ids.add(id.asLong());
            }
        }
        return ids;
    }
}
