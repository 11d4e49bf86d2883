package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that other implementations of Merkle trees are tested with, where they are at hand. */
class CasesOfOthersTest {

    private static final Path CASES = Path.of("../shared/data/merkle/testdata");
    private static final int ALL = 518;

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedAsItSays() throws IOException {
        return cases().stream().map(file -> DynamicTest.dynamicTest(CASES.relativize(file).toString(), () -> {
            JsonNode told = new ObjectMapper().readTree(file.toFile());
            String kind = CASES.relativize(file).getName(0).toString();
            if (told.get("wantErr").asBoolean()) {
                assertThatThrownBy(() -> verify(kind, told)).isInstanceOfAny(Unproven.class, Malformed.class);
            } else {
                assertThatCode(() -> verify(kind, told)).doesNotThrowAnyException();
            }
        }));
    }

    @Test
    void noneIsLeftOut() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "the cases are not at hand");

        assertThat(cases()).hasSize(ALL);
    }

    private static List<Path> cases() throws IOException {
        if (!Files.isDirectory(CASES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void verify(String kind, JsonNode told) {
        switch (kind) {
            case "inclusion" -> new InclusionProof(number(told, "leafIdx"), number(told, "treeSize"), proof(told))
                    .verify(hash(told.get("leafHash")), hash(told.get("root")));
            case "subtreeinclusion" -> new InclusionProof(number(told, "leafIdx") - number(told, "start"),
                    number(told, "end") - number(told, "start"), proof(told))
                    .verify(hash(told.get("leafHash")), hash(told.get("root")));
            case "consistency" -> new ConsistencyProof(number(told, "size1"), number(told, "size2"), proof(told))
                    .verify(hash(told.get("root1")), hash(told.get("root2")));
            case "subtreeconsistency" -> new SubtreeProof(number(told, "start"), number(told, "end"),
                    number(told, "size"), proof(told)).verify(hash(told.get("root1")), hash(told.get("root2")));
            default -> throw new AssertionError("a kind of case that is not known: " + kind);
        }
    }

    private static long number(JsonNode told, String field) {
        return Long.parseUnsignedLong(told.get(field).asText());
    }

    private static List<Hash> proof(JsonNode told) {
        List<Hash> proof = new ArrayList<>();
        told.get("proof").forEach(hash -> proof.add(hash(hash)));
        return proof;
    }

    /** Some cases have words where a hash should be, which cannot be said here: a hash of the words stands for them. Nothing stands for nothing. */
    private static Hash hash(JsonNode told) {
        byte[] bytes = Base64.getDecoder().decode(told.asText());
        return bytes.length == Hash.BYTES || bytes.length == 0 ? Hash.of(bytes) : Hash.of(Hash.digest().digest(bytes));
    }
}
