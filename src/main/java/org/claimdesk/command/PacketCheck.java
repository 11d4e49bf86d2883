package org.claimdesk.command;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.VerifierKey;

/** Goes through a packet once, file by file in the order they are in, and stops at the first thing that is wrong. */
final class PacketCheck implements PacketFiles.Reader {

    private static final String CHECKPOINT = "checkpoint";
    private static final String KEYS = PacketKeys.NAME;
    private static final List<String> COPIES = List.of("article.html", "article.pdf", "annotations.jsonld",
            "claim-reviews.jsonld");

    private final VerifierKey trusted;
    private final Manifest manifest = new Manifest();
    private final EntryLines entries = new EntryLines();
    private final AroundLines around = new AroundLines();
    private final ContentList contents = new ContentList();
    private Note note;
    private PacketKeys keys;
    private Checkpoint checkpoint;
    private ProvedLines lines;
    private boolean ended;
    private int claims;
    private int revisions;
    private int content;

    PacketCheck(VerifierKey trusted) {
        this.trusted = trusted;
    }

    /** @return what was verified, in a sentence @throws Wrong for the first thing that is */
    String check(PacketFiles.Source packet) throws IOException {
        PacketFiles.read(packet, this);
        if (!ended) {
            throw new Wrong(Manifest.NAME, "it is missing");
        }
        return "Whole and unaltered: article " + entries.article() + " of " + checkpoint.origin() + ", " + revisions
                + " revisions, " + claims + " claims, " + lines.count()
                + " entries, each proved under the checkpoint of size " + checkpoint.size() + ", " + lines.disclosed()
                + " texts as they were committed to"
                + (lines.erased() == 0 ? "" : ", " + lines.erased() + " erased by an entry that says why")
                + (content == 0 ? "." : ", " + content + " files of evidence.");
    }

    @Override
    public void read(String name, byte[] content, String sha256) throws IOException {
        if (name.equals(Manifest.NAME) && !ended) {
            end(content);
            return;
        }
        list(name, content.length, sha256);
        if (name.equals(CHECKPOINT)) {
            note = parsed(name, content);
        } else if (name.equals(KEYS)) {
            keys(content);
        } else if (lines == null) {
            throw new Wrong(name, "it comes before the checkpoint and its keys");
        } else if (name.startsWith("entries/")) {
            lines.read(name, content, line -> {
                entries.follow(line);
                around.caused(line);
            });
        } else if (name.startsWith("around/")) {
            lines.read(name, content, around::follow);
        } else if (name.startsWith("revisions/")) {
            revisions++;
            entries.revision(name, (int) number(name), sha256);
        } else if (name.equals(StandardsLines.NAME)) {
            entries.standards(Json.object(name, Json.text(name, content)));
        } else {
            claims++;
            JsonNode claim = Json.object(name, Json.text(name, content));
            entries.claim(name, number(name), claim);
            contents.claim(name, claim.path("evidence"));
        }
    }

    @Override
    public void passed(String name, long size, String sha256) {
        list(name, size, sha256);
        if (ContentList.is(name)) {
            content++;
            contents.add(name, sha256);
        }
    }

    private void list(String name, long size, String sha256) {
        if (ended) {
            throw new Wrong(name, "it comes after the manifest");
        }
        manifest.add(name, size, sha256);
    }

    private static Note parsed(String name, byte[] content) {
        try {
            return Note.parse(content);
        } catch (Malformed other) {
            throw new Wrong(name, other.getMessage());
        }
    }

    private void keys(byte[] content) throws IOException {
        if (note == null) {
            throw new Wrong(KEYS, "it comes before the checkpoint");
        }
        keys = new PacketKeys(content);
        checkpoint = keys.open(note, trusted);
        lines = new ProvedLines(checkpoint);
    }

    /** What is missing is told as near as it can be: a claim, a file, and only then that an entry is. */
    private void end(byte[] content) throws IOException {
        if (lines == null) {
            throw new Wrong(Manifest.NAME, "there is no checkpoint, or no key");
        }
        around.end(keys.history());
        lines.end();
        entries.end();
        contents.end();
        COPIES.stream().filter(copy -> !manifest.has(copy)).findFirst().ifPresent(copy -> {
            throw new Wrong(copy, "it is missing");
        });
        manifest.compare(content, entries.article(), checkpoint.origin(), checkpoint.size());
        ended = true;
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')));
    }
}
