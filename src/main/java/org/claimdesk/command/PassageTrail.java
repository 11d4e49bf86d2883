package org.claimdesk.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What entries say of the passages that were picked from pieces of evidence. An entry has no number of its passage, so each
 * passage must find one that says what it says and that no other passage has.
 */
final class PassageTrail {

    private final Map<String, List<ProvedLines.Line>> picked = new HashMap<>();

    /** A passage of a piece. @param fitting the entries that can be its own, at least one */
    private record Passage(String id, List<ProvedLines.Line> fitting) {

        /** Takes an entry that nobody has, or that whoever has it can leave for another. @param tried by their indices */
        boolean take(Map<Long, Passage> taken, Set<Long> tried) {
            for (ProvedLines.Line line : fitting) {
                if (taken.putIfAbsent(line.index(), this) == null) {
                    return true;
                }
            }
            for (ProvedLines.Line line : fitting) {
                if (tried.add(line.index()) && taken.get(line.index()).take(taken, tried)) {
                    taken.put(line.index(), this);
                    return true;
                }
            }
            return false;
        }
    }

    void follow(ProvedLines.Line line) {
        String place = place(line.fact("evidence").asLong(), line.body().path("facts"));
        picked.computeIfAbsent(place, entries -> new ArrayList<>()).add(line);
    }

    /** @throws Wrong where a passage of a piece is not what an entry picks */
    void compare(String name, long piece, JsonNode passages) {
        Map<Long, Passage> taken = new HashMap<>();
        for (JsonNode passage : passages) {
            Passage found = found(name, piece, passage);
            if (!found.take(taken, new HashSet<>())) {
                throw new Wrong(name, "no entry here picks passage " + found.id + " too: " + entries(found.fitting)
                        + " picks one");
            }
        }
    }

    private Passage found(String name, long piece, JsonNode passage) {
        String id = passage.path("id").asText();
        List<ProvedLines.Line> left = picked.getOrDefault(place(piece, passage), List.of());
        if (left.isEmpty()) {
            throw new Wrong(name, "no entry here picks passage " + id);
        }
        for (String fact : List.of("capture", "sha256")) {
            left = left(left, line -> text(passage.path(fact)).equals(text(line.fact(fact))), at -> new Wrong(name,
                    "the " + fact + " of passage " + id + " is not what " + at + " says"));
        }
        for (String field : List.of("exact", "locator")) {
            // The words of a passage are not called exact in a packet, as those of the article are.
            String member = field.equals("exact") ? "quote" : field;
            left = left(left, line -> commits(line, field, passage.path(member)), at -> new Wrong(name,
                    "the " + member + " of passage " + id + " is not the one that " + at + " commits to"));
        }
        return new Passage(id, left);
    }

    /** @param wrong where nothing is left, of what was there */
    private static List<ProvedLines.Line> left(List<ProvedLines.Line> entries, Predicate<ProvedLines.Line> fits,
            Function<String, Wrong> wrong) {
        List<ProvedLines.Line> left = entries.stream().filter(fits).toList();
        if (left.isEmpty()) {
            throw wrong.apply(entries(entries));
        }
        return left;
    }

    /** Where both are told: an entry that commits to no such text tells that there was none. */
    private static boolean commits(ProvedLines.Line line, String field, JsonNode said) {
        return !said.isTextual() || line.mayHaveSaid(field, said.asText());
    }

    private static String entries(List<ProvedLines.Line> lines) {
        String first = "entry " + lines.get(0).index();
        return lines.size() == 1 ? first : "any of " + lines.size() + " entries from " + first + " on";
    }

    /** Typed words have no place. */
    private static String place(long piece, JsonNode words) {
        return piece + " " + text(words.path("start")) + " " + text(words.path("end"));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }
}
