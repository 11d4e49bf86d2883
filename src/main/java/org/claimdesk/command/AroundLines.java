package org.claimdesk.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.KeyHistory;

/** Entries that are of no article: keys that were handed over, sources that were discredited. */
final class AroundLines {

    private final Map<String, ProvedLines.Line> handed = new HashMap<>();
    private final Set<Long> discredited = new HashSet<>();
    private final Map<Long, ProvedLines.Line> disputed = new HashMap<>();

    /** An entry around the article. @throws Wrong where it is another one */
    void follow(ProvedLines.Line line) {
        switch (line.act()) {
            case "KEY" -> handed.put(line.fact("after").asText(), line);
            case "DISCREDIT" -> discredited.add(line.body().path("source").asLong());
            default -> throw new Wrong(line.where(), "entry " + line.index() + " is of act " + line.act());
        }
    }

    /** An entry of the article: it may say that a source was discredited. */
    void caused(ProvedLines.Line line) {
        if (line.act().equals("DISPUTE") && line.fact("source").isIntegralNumber()) {
            disputed.put(line.fact("source").asLong(), line);
        }
    }

    /** @throws Wrong where an entry is missing that must be there, or says something else */
    void end(KeyHistory keys, Checkpoint checkpoint) {
        disputed.forEach((source, line) -> {
            if (!discredited.contains(source)) {
                throw new Wrong(line.where(), "entry " + line.index() + " disputes because source " + source
                        + " was discredited, and the entry of that is missing");
            }
        });
        for (KeyHistory.Held held : keys.keys()) {
            if (held.handover() != null && held.since() <= checkpoint.size()) {
                ProvedLines.Line line = handed.get(held.key().toString());
                if (line == null) {
                    throw new Wrong("around", "the entry that hands over to key " + held.key().idHex()
                            + " is missing");
                }
                if (!line.fact("handover").asText().equals(held.handover().toString())) {
                    throw new Wrong(line.where(), "entry " + line.index() + " has another note than keys.json");
                }
            }
        }
    }
}
