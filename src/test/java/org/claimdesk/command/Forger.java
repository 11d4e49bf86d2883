package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a packet as somebody would who knows the format: the manifest fits again, and the zip is as it should be. */
public final class Forger {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public Forger(byte[] packet) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packet))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public String text(String name) {
        return new String(files.get(name), UTF_8);
    }

    public Forger replace(String name, String what, String with) {
        if (!text(name).contains(what)) {
            throw new IllegalArgumentException(what + " is not in " + text(name));
        }
        files.put(name, text(name).replace(what, with).getBytes(UTF_8));
        return this;
    }

    /** Without the line that has this in it. */
    public Forger without(String name, String what) {
        StringBuilder left = new StringBuilder();
        text(name).lines().filter(line -> !line.contains(what)).forEach(line -> left.append(line).append('\n'));
        files.put(name, left.toString().getBytes(UTF_8));
        return this;
    }

    public byte[] packet() throws IOException, GeneralSecurityException {
        ObjectNode manifest = (ObjectNode) JSON.readTree(files.remove("manifest.json"));
        ArrayNode listed = manifest.putArray("files");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            listed.addObject()
                    .put("name", file.getKey())
                    .put("size", file.getValue().length)
                    .put("sha256",
                            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue())));
        }
        files.put("manifest.json", JSON.writeValueAsBytes(manifest));
        return zip();
    }

    /** With the manifest as it was. */
    public byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
