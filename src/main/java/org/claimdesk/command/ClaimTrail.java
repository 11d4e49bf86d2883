package org.claimdesk.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What the entries of one claim say of it, from its first to its last. */
final class ClaimTrail {

    private final long claim;
    private long version = -1;
    private long last = -1;
    private String state = "";
    private boolean dropped;
    private final Map<Long, ProvedLines.Line> verdicts = new LinkedHashMap<>();
    private final List<ProvedLines.Line> disputes = new ArrayList<>();

    ClaimTrail(long claim) {
        this.claim = claim;
    }

    /** @throws Wrong where an entry before it is missing, or it does not go on from that one */
    void follow(ProvedLines.Line line) {
        JsonNode body = line.body();
        long next = body.path("version").asLong(-1);
        if (next != version + 1) {
            throw new Wrong(line.where(), "the entry of claim " + claim + " with version " + (version + 1)
                    + " is missing" + (last < 0 ? "" : ", the one after entry " + last) + "; entry " + line.index()
                    + " has version " + next);
        }
        if (!body.path("from").asText("").equals(state)) {
            throw new Wrong(line.where(), "entry " + line.index() + " takes claim " + claim + " from "
                    + body.path("from").asText("nothing") + ", but entry " + last + " left it " + state);
        }
        version = next;
        last = line.index();
        state = body.path("to").asText("");
        switch (line.act()) {
            case "DROP" -> dropped = true;
            case "RESTORE" -> dropped = false;
            case "VERIFY" -> verdicts.put(line.fact("verdict").asLong(), line);
            case "DISPUTE", "OVERTURN" -> disputes.add(line);
            default -> {
                // What the others say is their state, and evidence, which has a trail of its own.
            }
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
        verdicts(name, file.path("verdicts"));
        disputes(name, file.path("disputes"));
    }

    private void verdicts(String name, JsonNode said) {
        Map<Long, ProvedLines.Line> left = new LinkedHashMap<>(verdicts);
        for (JsonNode verdict : said) {
            String id = verdict.path("id").asText();
            ProvedLines.Line given = left.remove(verdict.path("id").asLong());
            if (given == null) {
                throw new Wrong(name, "no entry here gives the verdict " + id);
            }
            say(name, "rating", verdict.path("rating").asText(), given.fact("rating").asText(), given.index());
            for (String text : List.of("rationale", "waived", "words")) {
                same(name, text + " of verdict " + id, verdict.path(text), given, text);
            }
        }
        left.forEach((id, given) -> {
            throw new Wrong(name, "the verdict " + id + " of entry " + given.index() + " is missing");
        });
    }

    /** They have no number in entries, but both are in order. */
    private void disputes(String name, JsonNode said) {
        if (said.size() != disputes.size()) {
            throw new Wrong(name, "it has " + said.size() + " disputes, but " + disputes.size() + " entries open one");
        }
        for (int i = 0; i < said.size(); i++) {
            ProvedLines.Line opened = disputes.get(i);
            boolean overturned = opened.act().equals("OVERTURN");
            String id = said.get(i).path("id").asText();
            say(name, "grounds", said.get(i).path("grounds").asText(),
                    overturned ? "FINDING" : opened.fact("grounds").asText(), opened.index());
            same(name, "statement of dispute " + id, said.get(i).path("statement"), opened,
                    overturned ? "finding" : "statement");
        }
    }

    /** Where both are told: an entry that commits to no such text tells that there was none. */
    private static void same(String name, String what, JsonNode said, ProvedLines.Line line, String field) {
        if (said.isTextual() && !line.mayHaveSaid(field, said.asText())) {
            throw new Wrong(name, "the " + what + " is not the one that entry " + line.index() + " commits to");
        }
    }

    private static void say(String name, String what, String file, String entry, long index) {
        if (!file.equals(entry)) {
            throw new Wrong(name, "the " + what + " " + file + " is not what entry " + index + " says (" + entry + ")");
        }
    }
}
