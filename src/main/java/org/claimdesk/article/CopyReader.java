package org.claimdesk.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.Markdown;
import org.claimdesk.text.PlainText;
import org.claimdesk.text.UnusableText;

/** Reads a copy, whatever its format, into the text that will be kept. */
@ApplicationScoped
public class CopyReader {

    private static final int HEADLINE = 300;

    /** @throws Problem bad input, with the field it came by (text, file or address), that says what is wrong with it */
    public Manuscript read(Copy copy) {
        try {
            Manuscript manuscript = blocks(copy);
            String headline = manuscript.headline();
            if (headline.codePointCount(0, headline.length()) > HEADLINE) {
                throw new UnusableText("The first line is the headline, and it is longer than " + HEADLINE
                        + " characters. Put the headline on a line of its own.");
            }
            return manuscript;
        } catch (UnusableText unusable) {
            throw Problem.badInput(copy.field(), unusable.getMessage());
        }
    }

    private static Manuscript blocks(Copy copy) {
        String text = text(copy.original());
        if (Input.blank(text)) {
            throw new UnusableText("There is no text in it.");
        }
        if (text.length() > Filing.MOST) {
            throw new UnusableText("The text has %,d characters; at most %,d are taken. Is it one article?"
                    .formatted(text.length(), Filing.MOST));
        }
        return copy.format() == Copy.Format.MARKDOWN ? Markdown.read(text) : PlainText.read(text);
    }

    /** In UTF-8, or in UTF-16 with a byte order mark. */
    private static String text(byte[] bytes) {
        try {
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new UnusableText("The file is not in UTF-8. Save it as UTF-8, or copy its text and paste it.");
        }
    }

    private static Charset charset(byte[] bytes) {
        boolean utf16 = bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
