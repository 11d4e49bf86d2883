package org.claimdesk.command;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What entries say of the article as a whole; each has its row in the file of the standards desk, and none is made up. */
final class StandardsLines {

    static final String NAME = "standards.json";
    /** Their facts are times: the same moment may be written in two ways. */
    private static final List<String> TIMES = List.of("expires", "published", "asked", "due", "came");

    private final Map<Long, ProvedLines.Line> left = new HashMap<>();
    private boolean compared;

    /** Rows of one list, and the entries they are made of. @param same what both have under the same name */
    private record Kept(String list, String act, List<String> same, List<String> texts) {}

    private static final List<Kept> ALL = List.of(
            new Kept("waivers", "WAIVE",
                    List.of("waiver", "kind", "claim", "sentence", "evidence", "reply", "stood", "expires"),
                    List.of("reason")),
            new Kept("withdrawals", "UNWAIVE", List.of("waiver"), List.of("reason")),
            new Kept("contexts", "CONTEXT", List.of("claim", "verdict", "revision", "start", "end"), List.of("exact")),
            new Kept("releases", "RELEASE", List.of("revision", "sha256", "claims", "waivers"), List.of()),
            new Kept("publications", "PUBLISH", List.of("release", "revision", "published"), List.of("address")),
            new Kept("corrections", "CORRECT",
                    List.of("correction", "case", "claim", "follows", "kind", "dated", "placed"),
                    List.of("text", "placedAt", "headline", "address")),
            new Kept("noCorrections", "NO_CORRECTION", List.of("case", "claim"), List.of("reason")),
            new Kept("requests", "ASK_REPLY", List.of("request", "claims", "channel", "asked", "due"),
                    List.of("person", "organisation", "questions")),
            new Kept("replies", "REPLY", List.of("request", "answer", "outcome", "came"), List.of("text")),
            new Kept("places", "PLACE_REPLY", List.of("answer", "revision", "start", "end"), List.of("exact")));

    void follow(ProvedLines.Line line) {
        if (ALL.stream().anyMatch(kept -> kept.act.equals(line.act()))) {
            left.put(line.index(), line);
        }
    }

    /** @throws Wrong where the file says something else than the entries */
    void compare(JsonNode file) {
        compared = true;
        for (Kept kept : ALL) {
            for (JsonNode row : file.path(kept.list)) {
                compare(kept, row);
            }
        }
    }

    private void compare(Kept kept, JsonNode row) {
        long index = row.path("index").asLong(-1);
        ProvedLines.Line line = left.remove(index);
        if (line == null || !line.act().equals(kept.act)) {
            throw new Wrong(NAME, "no entry " + index + " here tells of what is among its " + kept.list);
        }
        for (String fact : kept.same) {
            if (Ids.counted(line, fact)) {
                Ids.compare(NAME, fact, row.path(fact), line, fact);
                continue;
            }
            String said = plain(fact, row.path(fact));
            String told = plain(fact, line.fact(fact));
            if (!said.equals(told)) {
                throw new Wrong(NAME,
                        "the " + fact + " " + said + " is not what entry " + index + " says (" + told + ")");
            }
        }
        for (String field : kept.texts) {
            String text = line.text(field);
            if (text != null && row.path(field).isTextual() && !text.equals(row.path(field).asText())) {
                throw new Wrong(NAME, "the " + field + " is not the one that entry " + index + " commits to");
            }
        }
    }

    private static String plain(String fact, JsonNode value) {
        if (!TIMES.contains(fact) || !value.isTextual()) {
            return value.isArray() ? value.toString() : value.isMissingNode() || value.isNull() ? "" : value.asText();
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant().toString();
        } catch (DateTimeException none) {
            throw new Wrong(NAME, "the " + fact + " is no time");
        }
    }

    /** @throws Wrong where an entry has no row */
    void end() {
        if (!compared) {
            throw new Wrong(NAME, "it is missing");
        }
        left.values().stream().min((one, other) -> Long.compare(one.index(), other.index())).ifPresent(line -> {
            throw new Wrong(NAME, "what entry " + line.index() + " (" + line.act() + ") tells of is missing");
        });
    }
}
