package org.claimdesk.text;

import java.text.Normalizer;

/** The one form in which text is kept: Unicode NFC, lines ended by LF, no control characters, no byte order mark. */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * @throws UnusableText for a control character (the message says which and in what line) or half a surrogate pair
     */
    public static String of(String raw) {
        String text = raw.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .replace('\u0085', '\n')
                .replace('\t', ' ');
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c)) {
                throw new UnusableText("Line %d holds a control character (U+%04X). Remove it and try again."
                        .formatted(line, (int) c));
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c == '\uFFFD') {
                throw new UnusableText(
                        "Line %d holds a character that was damaged on its way here. Paste it again, or save the file as UTF-8."
                                .formatted(line));
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
