package org.claimdesk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;

/** Goes through a packet once, file by file in the order they are in, and stops at the first thing that is wrong. */
final class PacketCheck {

    private static final String CHECKPOINT = "checkpoint";
    private static final String KEYS = "keys.json";
    private static final String MANIFEST = "manifest.json";

    private final VerifierKey trusted;
    private final ArrayNode files = Json.MAPPER.createArrayNode();
    private Note note;
    private Checkpoint checkpoint;
    private EntryLines entries;
    private boolean ended;
    private int claims;
    private int revisions;

    PacketCheck(VerifierKey trusted) {
        this.trusted = trusted;
    }

    /** @return what was verified, in a sentence @throws Wrong for the first thing that is */
    String check(Path packet) throws IOException {
        PacketFiles.read(packet, this::read);
        if (!ended) {
            throw new Wrong(MANIFEST, "it is missing");
        }
        return "Whole and unaltered: article " + entries.article() + " of " + checkpoint.origin() + ", " + revisions
                + " revisions, " + claims + " claims, " + entries.count()
                + " entries, each proved under the checkpoint of size "
                + checkpoint.size() + ", " + entries.disclosed() + " texts as they were committed to"
                + (entries.erased() == 0 ? "." : ", " + entries.erased() + " erased by an entry that says why.");
    }

    private void read(String name, byte[] content) throws IOException {
        if (ended) {
            throw new Wrong(name, "it comes after the manifest");
        }
        if (name.equals(MANIFEST)) {
            manifest(content);
            return;
        }
        String sha256 = sha256(content);
        files.addObject().put("name", name).put("size", content.length).put("sha256", sha256);
        if (name.equals(CHECKPOINT)) {
            note = parsed(name, content);
        } else if (name.equals(KEYS)) {
            keys(content);
        } else if (entries == null) {
            throw new Wrong(name, "it comes before the checkpoint and its keys");
        } else if (name.startsWith("entries/")) {
            entries.read(name, content);
        } else if (name.startsWith("revisions/")) {
            revisions++;
            entries.revision(name, (int) number(name), sha256);
        } else {
            claims++;
            entries.claim(name, number(name), Json.object(name, Json.text(name, content)));
        }
    }

    private static Note parsed(String name, byte[] content) {
        try {
            return Note.parse(content);
        } catch (Malformed other) {
            throw new Wrong(name, other.getMessage());
        }
    }

    private void keys(byte[] content) {
        if (note == null) {
            throw new Wrong(KEYS, "it comes before the checkpoint");
        }
        KeyHistory history = history(Json.any(KEYS, Json.text(KEYS, content)));
        if (history.keys().stream().noneMatch(held -> held.key().equals(trusted))) {
            throw new Wrong(KEYS, "the key " + trusted.name() + " " + trusted.idHex() + " is not one of this ledger ("
                    + history.current().name() + " " + history.current().idHex() + ")");
        }
        try {
            checkpoint = history.open(note);
        } catch (Unproven | Malformed no) {
            throw new Wrong(CHECKPOINT, no.getMessage());
        }
        entries = new EntryLines(checkpoint);
    }

    private static KeyHistory history(JsonNode keys) {
        try {
            List<KeyHistory.Held> held = new ArrayList<>();
            for (JsonNode key : keys) {
                String handover = key.path("handover").textValue();
                held.add(new KeyHistory.Held(VerifierKey.parse(key.path("vkey").asText()),
                        key.path("sinceSize").asLong(-1), handover == null ? null : Note.parse(handover)));
            }
            return KeyHistory.follow(held);
        } catch (Unproven | Malformed no) {
            throw new Wrong(KEYS, no.getMessage());
        }
    }

    /** Everything in it follows from the rest of the packet, so it must be what one would write now. */
    private void manifest(byte[] content) throws IOException {
        if (entries == null) {
            throw new Wrong(MANIFEST, "there is no checkpoint, or no key");
        }
        entries.end();
        JsonNode said = Json.object(MANIFEST, Json.text(MANIFEST, content)).path("files");
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
                .put("format", "claimdesk-packet/1")
                .put("article", entries.article())
                .put("origin", checkpoint.origin())
                .put("size", checkpoint.size());
        expected.set("files", files);
        if (!Arrays.equals(content, Json.MAPPER.writeValueAsBytes(expected))) {
            throw new Wrong(MANIFEST, "its format, article, origin or size is not that of the packet");
        }
        ended = true;
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
