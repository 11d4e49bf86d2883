package org.claimdesk.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
 */
public record Copy(Format format, byte[] original, String charset, String name, String address) {

    /** The forms in which a story can come. */
    public enum Format {
        TEXT, MARKDOWN
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
            return new Copy(format, original, StandardCharsets.UTF_8.name(), null, null);
        } catch (CharacterCodingException damaged) {
            throw Problem.badInput("text", saying(words));
        }
    }

    /** Where in a form it came from: text, file or address. */
    String field() {
        return address != null ? "address" : name != null ? "file" : "text";
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
