package org.claimdesk.packet.copy;

import java.io.IOException;
import java.io.InputStream;

import com.lowagie.text.pdf.BaseFont;

/**
 * The letters of the PDF: Liberation Sans, with Latin, Greek and Cyrillic, embedded as far as it is used. What it has not
 * is shown as □, and never left out.
 */
final class Letters {

    static final String MISSING = "□";
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final byte[] BYTES = read();

    private final BaseFont font;

    /** A font belongs to one document: it keeps which of its letters are used. */
    Letters() throws IOException {
        font = BaseFont.createFont("LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, BYTES, null);
    }

    BaseFont font() {
        return font;
    }

    /** The text as this font can show it, in one line. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || point == '\u00a0') {
                shown.append(' ');
            } else if (has(point)) {
                shown.appendCodePoint(point);
            } else if (Character.getType(point) != Character.FORMAT) {
                // Signs of the kind FORMAT, such as a soft hyphen, show nothing anywhere.
                shown.append(MISSING);
            }
        });
        return shown.toString();
    }

    /** Letters that are written from right to left would come out in the wrong order. */
    private boolean has(int point) {
        byte direction = Character.getDirectionality(point);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC && font.charExists(point);
    }

    private static byte[] read() {
        try (InputStream file = Letters.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the font of PDFs cannot be read", unreadable);
        }
    }
}
