package org.claimdesk.evidence.capture;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.UnusableText;
import org.claimdesk.text.format.Docx;
import org.claimdesk.text.format.Encodings;
import org.claimdesk.text.format.Html;

/**
 * The words of what was captured, for people to read and to pick passages from.
 *
 * @param text    canonical, at most {@link #MOST} code points; null where there is none
 * @param missing why there is none; null where there is one
 * @param cut     whether there was more
 */
public record ReadableText(String text, String missing, boolean cut) {

    /** The longest text that is kept, in code points. */
    static final int MOST = 500_000;
    /** The most that is read for it, in bytes, unpacked. */
    public static final int MOST_BYTES = 10 << 20;

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Pattern TEXT = Pattern
            .compile("text/.*|application/(json|xml|csv|x-ndjson|yaml)|application/[a-z0-9.-]+\\+(json|xml)");
    private static final Map<String, String> NOT_READ = Map.of("application/pdf", "a PDF file");

    /**
     * @param start     the first bytes of the body, unpacked; one more than {@link #MOST_BYTES} where it is larger
     * @param mediaType without parameters
     * @param charset   that the site says, or null
     */
    public static ReadableText of(byte[] start, String mediaType, String charset) {
        if (start.length > MOST_BYTES) {
            return none("It is larger than %d MB, the most that is read.".formatted(MOST_BYTES >> 20));
        }
        try {
            return switch (mediaType) {
                case "text/html", "application/xhtml+xml" -> kept(Html.read(start, charset).text());
                case WORD -> kept(Docx.read(start).text());
                default -> TEXT.matcher(mediaType).matches()
                        ? kept(CanonicalText.of(Encodings.page(start, charset)).strip())
                        : none("Text is not read from %s.".formatted(NOT_READ.getOrDefault(mediaType, mediaType)));
            };
        } catch (UnusableText unusable) {
            // What follows tells the one who files an article what to do, and is not for this.
            return none(unusable.getMessage().split("(?<=[.?!]) ", 2)[0]);
        }
    }

    /** The text in UTF-8, or null. */
    byte[] bytes() {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static ReadableText kept(String text) {
        if (text.isBlank()) {
            return none("There is no text in it.");
        }
        return text.codePointCount(0, text.length()) <= MOST
                ? new ReadableText(text, null, false)
                : new ReadableText(text.substring(0, text.offsetByCodePoints(0, MOST)), null, true);
    }

    private static ReadableText none(String why) {
        return new ReadableText(null, why, false);
    }
}
