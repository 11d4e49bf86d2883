package org.claimdesk.packet;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * The zip of a packet, written in the one way it can be: each file stored as it is, all of the same moment. Whoever reads
 * it can write it again from its files and has the same bytes, so that there is no bit in it that nobody looks at.
 */
final class PacketZip implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    private static final LocalDateTime MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ObjectMapper json;
    private final ZipOutputStream zip;
    private final ArrayNode files;

    PacketZip(OutputStream target, ObjectMapper json) {
        this.json = json;
        this.zip = new ZipOutputStream(target);
        this.files = json.createArrayNode();
    }

    void put(String name, JsonNode content) throws IOException {
        put(name, json.writeValueAsBytes(content));
    }

    void put(String name, byte[] content) throws IOException {
        files.addObject().put("name", name).put("size", content.length).put("sha256", sha256(content));
        store(name, content);
    }

    /** Names every file before it; the last. */
    void manifest(long article, String origin, long size) throws IOException {
        var manifest = json.createObjectNode()
                .put("format", "claimdesk-packet/1")
                .put("article", article)
                .put("origin", origin)
                .put("size", size);
        manifest.set("files", files);
        store(MANIFEST, json.writeValueAsBytes(manifest));
    }

    private void store(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
