package org.claimdesk.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.Damaged;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.Sayable;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.zip.Sum;

/**
 * Puts the content of evidence into a packet where somebody asked for it, each under its digest and once, and says of each
 * whether it is in it or why not.
 */
final class Enclosing {

    /** Why content is not in a packet. */
    enum Reason {
        /** Nobody asked for it. */
        NOT_ASKED,
        /** The terms of an interview, or its seal. */
        TERMS,
        /** It names somebody who may not be named, or comes from a source that may not. */
        NAMES,
        /** The store has it no more. */
        MISSING,
        /** What the store has is something else. */
        DAMAGED
    }

    private final boolean asked;
    private final ContentStore store;
    private final Readable readable;
    private final Discretion discretion;
    private final PacketZip zip;
    private final ObjectMapper json;
    private final Map<String, Reason> seen = new HashMap<>();
    /** Of the pieces turned to: captures and files whose text names somebody. */
    private final Set<String> naming = new HashSet<>();

    Enclosing(boolean asked, ContentStore store, Readable readable, Discretion discretion, PacketZip zip,
            ObjectMapper json) {
        this.asked = asked;
        this.store = store;
        this.readable = readable;
        this.discretion = discretion;
        this.zip = zip;
        this.json = json;
    }

    /** Reads through the texts of these pieces, as far as they may be given out, one after the other. */
    void turnTo(List<Exhibit> pieces) throws IOException {
        naming.clear();
        if (asked) {
            readable.each(pieces.stream().filter(this::open).toList(), (of, text) -> {
                if (discretion.names(text)) {
                    naming.add(of);
                } else {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    enclose(Sum.of(bytes).sha256(), Optional.of(bytes));
                }
            });
        }
    }

    private boolean open(Exhibit piece) {
        Sayable said = Sayable.of(piece);
        return said != null && said.recording() && !discretion.withholds(piece);
    }

    /** What becomes of the content of a piece that has just been turned to. */
    ArrayNode of(Exhibit piece, Sayable said) throws IOException {
        ArrayNode listed = json.createArrayNode();
        if (!said.recording()) {
            listed.addObject().put("leftOut", Reason.TERMS.name());
            return listed;
        }
        boolean held = discretion.withholds(piece);
        if (piece.digest() != null) {
            add(listed, "FILE", piece.digest(), held || naming.contains(Readable.file(piece.digest())));
        }
        for (CaptureLine capture : piece.captures()) {
            if (capture.kept()) {
                boolean names = held || naming.contains(Readable.capture(capture.id())) || preview(piece, capture);
                add(listed, "WARC", capture.warcDigest(), names);
                if (capture.textDigest() != null) {
                    text(listed, capture.textDigest(), names);
                }
            }
        }
        if (piece.preview() != null && piece.preview().readable()) {
            text(listed, piece.preview().textDigest(),
                    held || naming.contains(Readable.file(piece.preview().digest())));
        }
        return listed;
    }

    /** Whether the file that was captured names somebody. */
    private boolean preview(Exhibit piece, CaptureLine capture) {
        return piece.preview() != null && Long.valueOf(capture.id()).equals(piece.preview().capture())
                && naming.contains(Readable.file(piece.preview().digest()));
    }

    private void add(ArrayNode listed, String what, String digest, boolean names) throws IOException {
        Reason reason = names ? Reason.NAMES : asked ? enclose(digest, Optional.empty()) : Reason.NOT_ASKED;
        say(listed, what, digest, reason);
    }

    private void text(ArrayNode listed, String digest, boolean names) {
        say(listed, "TEXT", digest,
                names ? Reason.NAMES : !asked ? Reason.NOT_ASKED : seen.containsKey(digest) ? null : Reason.MISSING);
    }

    private static void say(ArrayNode listed, String what, String digest, Reason reason) {
        ObjectNode one = listed.addObject().put("what", what).put("sha256", digest);
        if (reason == null) {
            one.put("file", name(digest));
        } else {
            one.put("leftOut", reason.name());
        }
    }

    /** @param content what is not in the store @return why it is not in the packet, null where it is */
    private Reason enclose(String digest, Optional<byte[]> content) throws IOException {
        if (!seen.containsKey(digest)) {
            seen.put(digest, null);
            if (content.isPresent()) {
                zip.put(name(digest), content.get());
            } else {
                seen.put(digest, stored(digest));
            }
        }
        return seen.get(digest);
    }

    private Reason stored(String digest) throws IOException {
        Optional<InputStream> kept = store.open(digest);
        if (kept.isEmpty()) {
            return Reason.MISSING;
        }
        try (InputStream content = kept.get(); Part part = new Part()) {
            OutputStream out = part.out();
            content.transferTo(out);
            zip.put(name(digest), part);
            return null;
        } catch (Damaged damaged) {
            // The store has said so in the log.
            return Reason.DAMAGED;
        }
    }

    private static String name(String digest) {
        return "content/" + digest;
    }
}
