package org.claimdesk.command;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What the entries of one claim say of it, from its first to its last. */
final class ClaimTrail {

    private final long claim;
    private long version = -1;
    private long last = -1;
    private String state = "";
    private boolean dropped;
    private final Map<Long, Given> verdicts = new LinkedHashMap<>();

    /** @param rationale null where it is not disclosed */
    private record Given(long index, String rating, String rationale) {}

    ClaimTrail(long claim) {
        this.claim = claim;
    }

    /** @throws Wrong where an entry before it is missing, or it does not go on from that one */
    void follow(String where, long index, JsonNode body, JsonNode texts) {
        long next = body.path("version").asLong(-1);
        if (next != version + 1) {
            throw new Wrong(where, "the entry of claim " + claim + " with version " + (version + 1) + " is missing"
                    + (last < 0 ? "" : ", the one after entry " + last) + "; entry " + index + " has version " + next);
        }
        if (!body.path("from").asText("").equals(state)) {
            throw new Wrong(where, "entry " + index + " takes claim " + claim + " from "
                    + body.path("from").asText("nothing") + ", but entry " + last + " left it " + state);
        }
        version = next;
        last = index;
        state = body.path("to").asText("");
        String act = body.path("act").asText();
        dropped = act.equals("DROP") || dropped && !act.equals("RESTORE");
        if (act.equals("VERIFY")) {
            JsonNode facts = body.path("facts");
            verdicts.put(facts.path("verdict").asLong(), new Given(index, facts.path("rating").asText(),
                    texts.path("rationale").path("text").textValue()));
        }
    }

    /** @throws Wrong where the file of the claim says something else than its entries */
    void compare(String name, JsonNode file) {
        if (file.path("version").asLong(-1) != version) {
            throw new Wrong(name,
                    "it has version " + file.path("version").asText() + ", but the last entry here of claim "
                            + claim + " is entry " + last + " with version " + version
                            + "; what follows it is missing");
        }
        say(name, "state", file.path("state").asText(), state, last);
        say(name, "state", file.path("droppedAt").isTextual() ? "dropped" : "not dropped",
                dropped ? "dropped" : "not dropped", last);
        Map<Long, Given> left = new LinkedHashMap<>(verdicts);
        for (JsonNode verdict : file.path("verdicts")) {
            Given given = left.remove(verdict.path("id").asLong());
            if (given == null) {
                throw new Wrong(name, "no entry here gives the verdict " + verdict.path("id").asText());
            }
            say(name, "rating", verdict.path("rating").asText(), given.rating, given.index);
            if (given.rationale != null && verdict.path("rationale").isTextual()
                    && !given.rationale.equals(verdict.path("rationale").asText())) {
                throw new Wrong(name, "the rationale of verdict " + verdict.path("id").asText()
                        + " is not the one that entry " + given.index + " commits to");
            }
        }
        left.forEach((id, given) -> {
            throw new Wrong(name, "the verdict " + id + " of entry " + given.index + " is missing");
        });
    }

    private static void say(String name, String what, String file, String entry, long index) {
        if (!file.equals(entry)) {
            throw new Wrong(name, "the " + what + " " + file + " is not what entry " + index + " says (" + entry + ")");
        }
    }
}
