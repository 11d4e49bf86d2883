package org.claimdesk.packet;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.claimdesk.zip.StoredZip;
import org.claimdesk.zip.Sum;

/** The zip of a packet, and the manifest that grows with it. */
final class PacketZip implements AutoCloseable {

    private static final String FORMAT = "claimdesk-packet/3";

    private final ObjectMapper json;
    private final StoredZip zip;
    private final ArrayNode files;

    PacketZip(OutputStream target, ObjectMapper json) {
        this.json = json;
        this.zip = new StoredZip(target);
        this.files = json.createArrayNode();
    }

    void put(String name, JsonNode content) throws IOException {
        put(name, json.writeValueAsBytes(content));
    }

    void put(String name, byte[] content) throws IOException {
        list(name, content.length, Sum.of(content).sha256());
        zip.put(name, content);
    }

    void put(String name, Part part) throws IOException {
        Sum sum = part.written();
        list(name, sum.size(), sum.sha256());
        part.into(zip.begin(name, sum.size(), sum.crc()));
        zip.end();
    }

    private void list(String name, long size, String sha256) {
        files.addObject().put("name", name).put("size", size).put("sha256", sha256);
    }

    /** Names every file before it; the last. */
    void manifest(long article, String origin, long size) throws IOException {
        var manifest = json.createObjectNode()
                .put("format", FORMAT)
                .put("article", article)
                .put("origin", origin)
                .put("size", size);
        manifest.set("files", files);
        zip.put("manifest.json", json.writeValueAsBytes(manifest));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
