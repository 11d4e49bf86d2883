package org.claimdesk.command;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** What a packet says was erased, held against its entries that erase: each is named by the other, or something is wrong. */
final class ErasedLines {

    /** By the index of the entry whose texts they are. */
    private final Map<Long, Set<String>> gone = new TreeMap<>();
    /** The same, by the index of the entry that erases them. */
    private final Map<Long, Map<Long, Set<String>>> told = new TreeMap<>();
    /** Those of them that are on a source: what they erase need not be of this packet. */
    private final Set<Long> onSources = new HashSet<>();

    /** @throws Wrong where a text is erased that the entry has not, or that is there, or that only a later entry has */
    void follow(ProvedLines.Line line) {
        for (JsonNode field : line.erased()) {
            if (!line.body().path("texts").has(field.asText()) || line.texts().has(field.asText())) {
                throw new Wrong(line.where(), "the text “" + field.asText() + "” of entry " + line.index()
                        + " is said to be erased, and is there or never was");
            }
            gone.computeIfAbsent(line.index(), entry -> new TreeSet<>()).add(field.asText());
        }
        if (line.act().equals("ERASE")) {
            if (line.body().has("source")) {
                onSources.add(line.index());
            }
            Map<Long, Set<String>> erases = told.computeIfAbsent(line.index(), entry -> new TreeMap<>());
            for (JsonNode one : line.fact("erased")) {
                long index = one.path("index").asLong(-1);
                if (index < 0 || index >= line.index()) {
                    throw new Wrong(line.where(), "entry " + line.index() + " erases a text of entry "
                            + one.path("index").asText("without an index") + ", which is not one before it");
                }
                Set<String> fields = erases.computeIfAbsent(index, entry -> new TreeSet<>());
                one.path("texts").forEach(field -> fields.add(field.asText()));
            }
        }
    }

    /** @throws Wrong where a text is erased and no entry says so, or an entry says so and it is not */
    void end(Set<Long> indices) {
        Map<Long, Set<String>> left = new TreeMap<>();
        gone.forEach((index, fields) -> left.put(index, new TreeSet<>(fields)));
        told.forEach((by, erases) -> erases.forEach((index, fields) -> fields.forEach(field -> {
            if (!indices.contains(index)) {
                if (onSources.contains(by)) {
                    return;
                }
                throw new Wrong("entries", "entry " + by + " erases a text of entry " + index + ", which is missing");
            }
            if (!left.computeIfAbsent(index, entry -> new TreeSet<>()).remove(field)) {
                throw new Wrong("entries", "entry " + by + " erases the text “" + field + "” of entry " + index
                        + ", which is not said to be erased");
            }
        })));
        left.forEach((index, fields) -> fields.stream().findFirst().ifPresent(field -> {
            throw new Wrong("entries", "the text “" + field + "” of entry " + index
                    + " is said to be erased, and the entry that erases it is missing");
        }));
    }

    int count() {
        return gone.values().stream().mapToInt(Set::size).sum();
    }
}
