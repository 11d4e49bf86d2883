package org.claimdesk.command;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The content of evidence that is in a packet: each is what its name says, and one that a claim speaks of. */
final class ContentList {

    private static final String FOLDER = "content/";

    private final Set<String> there = new HashSet<>();
    private final TreeMap<String, String> said = new TreeMap<>();

    static boolean is(String name) {
        return name.startsWith(FOLDER);
    }

    /** @throws Wrong where it is something else */
    void add(String name, String sha256) {
        if (!name.equals(FOLDER + sha256)) {
            throw new Wrong(name, "it is another file than was kept: its SHA-256 is " + sha256);
        }
        there.add(name);
    }

    /** @throws Wrong where the file of a claim names a file and another digest */
    void claim(String claim, JsonNode evidence) {
        for (JsonNode piece : evidence) {
            for (JsonNode content : piece.path("content")) {
                if (content.has("file")) {
                    String file = content.path("file").asText();
                    if (!file.equals(FOLDER + content.path("sha256").asText())) {
                        throw new Wrong(claim, "the content " + file + " is said to have another SHA-256");
                    }
                    said.putIfAbsent(file, claim);
                }
            }
        }
    }

    /** @throws Wrong where one is missing or nobody's */
    void end() {
        said.forEach((file, claim) -> {
            if (!there.remove(file)) {
                throw new Wrong(file, "it is missing; " + claim + " says that it is in the packet");
            }
        });
        there.stream()
                .sorted()
                .findFirst()
                .ifPresent(file -> {
                    throw new Wrong(file, "no claim has it");
                });
    }
}
