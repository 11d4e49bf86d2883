package org.claimdesk.tlog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note). Nothing in it may be believed before a signature has been verified.
 *
 * @param text       what is signed; ends with a newline
 * @param signatures at least one, at most 100
 */
public record Note(String text, List<Signature> signatures) {

    /** The longest that is read, in bytes. */
    public static final int LONGEST = 64 * 1024;
    private static final int MOST = 100;
    private static final String DASH = "\u2014 ";
    private static final String BLANK = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("the text of a note is lines without control characters");
        }
    }

    /**
     * A line under the text.
     *
     * @param name  of the key
     * @param key   the id of the key, which with the name tells which one it is
     * @param bytes as the type of the key has them
     */
    public record Signature(String name, int key, byte[] bytes) {

        public Signature {
            VerifierKey.requireName(name);
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /** @param line without the newline at its end */
        public static Signature parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH)) {
                throw new Malformed("that is no line of a signature");
            }
            byte[] all = Base64s.decode(parts[2]);
            if (all.length <= Integer.BYTES) {
                throw new Malformed("a signature has more than the four bytes of the key's id");
            }
            ByteBuffer buffer = ByteBuffer.wrap(all);
            int key = buffer.getInt();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return new Signature(parts[1], key, bytes);
        }

        /** With the newline at its end. */
        public String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(key).put(bytes).array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }
    }

    /** @throws Malformed where it is not written as a note is */
    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Malformed("a note has at most " + LONGEST + " bytes");
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return parse(decoded.toString());
        } catch (CharacterCodingException other) {
            throw new Malformed("the note is not UTF-8");
        }
    }

    /** @throws Malformed where it is not written as a note is */
    public static Note parse(String note) {
        int blank = note.lastIndexOf(BLANK);
        if (blank < 0 || !note.endsWith("\n") || blank + BLANK.length() == note.length()) {
            throw new Malformed("a note has a text, an empty line and signatures, each with a newline at its end");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(blank + BLANK.length(), note.length() - 1).split("\n", -1)) {
            signatures.add(Signature.parse(line));
        }
        if (signatures.size() > MOST) {
            throw new Malformed("a note has at most " + MOST + " signatures");
        }
        return new Note(note.substring(0, blank + 1), signatures);
    }

    /** With one signature more. */
    public Note with(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /** The signature of that key, if there is one; it is not verified here. */
    public Optional<Signature> of(VerifierKey key) {
        return signatures.stream().filter(key::claims).findFirst();
    }

    /**
     * Signatures of keys that are not known are passed over, as the specification says.
     *
     * @throws Unproven where that key has not signed this text
     */
    public void verify(VerifierKey key) {
        List<Signature> claimed = signatures.stream().filter(key::claims).toList();
        if (claimed.isEmpty()) {
            throw new Unproven("the note is not signed by " + key.name() + " with the key " + key.idHex());
        }
        for (Signature signature : claimed) {
            if (!key.verifies(text, signature)) {
                throw new Unproven("the signature of " + key.name() + " is not one of this text");
            }
        }
    }

    /** As it is written. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
