package org.claimdesk.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.claimdesk.content.Sha256;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.UnusableText;

/**
 * The text of a story as it was brought in, before it is read.
 *
 * @param format   how it is to be read
 * @param original the bytes as they came
 * @param charset  the encoding in which it was sent, where the one who sent it said so, or null
 * @param name     the name of the file, or null
 * @param address  the address it was fetched from, or null
 * @param field    the field of the form or JSON by which it came, for what is said of it
 */
public record Copy(Format format, byte[] original, String charset, String name, String address, String field) {

    private static final String TEXT = "text";

    /** The forms in which a story can come. */
    public enum Format {
        TEXT("txt"), MARKDOWN("md"), HTML("html"), DOCX("docx");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** How the names of its files end. */
        String ending() {
            return ending;
        }
    }

    /**
     * Text that was typed or pasted.
     *
     * @param text null is taken for none
     * @throws Problem bad input where it holds half a character
     */
    public static Copy pasted(String text, Format format) {
        String words = text == null ? "" : text;
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(words));
            byte[] original = new byte[bytes.remaining()];
            bytes.get(original);
            return new Copy(format, original, StandardCharsets.UTF_8.name(), null, null, TEXT);
        } catch (CharacterCodingException damaged) {
            throw Problem.badInput(TEXT, saying(words));
        }
    }

    /** SHA-256 of the original, lower-case hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(Sha256.of(original));
    }

    private static String saying(String damaged) {
        try {
            CanonicalText.of(damaged);
            return "The text was damaged on its way here. Paste it again.";
        } catch (UnusableText unusable) {
            return unusable.getMessage();
        }
    }
}
