package org.claimdesk.command;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The manifest that the files of a packet make; the one in it must be the same, as everything in it follows from them. */
final class Manifest {

    static final String NAME = "manifest.json";
    private static final String FORMAT = "claimdesk-packet/3";

    private final ArrayNode files = Json.MAPPER.createArrayNode();

    void add(String name, long size, String sha256) {
        ObjectNode file = files.addObject().put("name", name);
        // Small numbers as they are when they are read, so that both are equal.
        if (size == (int) size) {
            file.put("size", (int) size);
        } else {
            file.put("size", size);
        }
        file.put("sha256", sha256);
    }

    boolean has(String name) {
        for (JsonNode file : files) {
            if (file.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** @throws Wrong for the first file that is not as it says */
    void compare(byte[] content, long article, String origin, long size) throws IOException {
        JsonNode said = Json.object(NAME, Json.text(NAME, content)).path("files");
        for (int i = 0; i < Math.max(files.size(), said.size()); i++) {
            String name = i < said.size() ? said.get(i).path("name").asText() : files.get(i).path("name").asText();
            if (i >= files.size()) {
                throw new Wrong(name, "it is in the manifest and not in the packet");
            }
            if (i >= said.size() || !files.get(i).path("name").equals(said.get(i).path("name"))) {
                throw new Wrong(files.get(i).path("name").asText(), "it is not in this place in the manifest");
            }
            if (!files.get(i).equals(said.get(i))) {
                throw new Wrong(name, "its size or SHA-256 is not what the manifest says");
            }
        }
        ObjectNode expected = Json.MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("article", article)
                .put("origin", origin)
                .put("size", size);
        expected.set("files", files);
        if (!Arrays.equals(content, Json.MAPPER.writeValueAsBytes(expected))) {
            throw new Wrong(NAME, "its format, article, origin or size is not that of the packet");
        }
    }
}
