package org.claimdesk.text.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import org.claimdesk.text.UnusableText;

/**
 * Turns bytes into characters, strictly: a byte that its encoding does not know is refused and never replaced. For a page
 * the order is that of browsers (WHATWG HTML, "determining the character encoding"): byte order mark, what the server
 * said, what the page says, UTF-8; and only then a guess.
 */
public final class Encodings {

    /** Where a page says its encoding, in bytes from its start. */
    private static final int HEAD = 4096;
    private static final Pattern META = Pattern.compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern
            .compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{1,40})");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** As in browsers (WHATWG Encoding): who names an old encoding means the one that grew out of it. */
    private static final Map<String, String> WIDER = Map.of("gb2312", "gb18030", "gbk", "gb18030", "shift_jis",
            "windows-31j", "sjis", "windows-31j", "euc-kr", "x-windows-949", "iso-8859-9", "windows-1254", "tis-620",
            "x-windows-874", "big5", "big5-hkscs");
    private static final int SURE = 30;

    private Encodings() {}

    /** Text in UTF-8, or in UTF-16 with a byte order mark. @throws UnusableText where it is neither */
    public static String text(byte[] bytes) {
        Charset mark = mark(bytes);
        try {
            return decoded(bytes, mark == null ? StandardCharsets.UTF_8 : mark);
        } catch (CharacterCodingException wrong) {
            throw new UnusableText(mark == null
                    ? "The file is not in UTF-8. Save it as UTF-8, or copy its text and paste it."
                    : "The file begins as %s and does not go on so. Save it as UTF-8, or copy its text and paste it."
                            .formatted(mark.name()));
        }
    }

    /**
     * A page.
     *
     * @param declared the charset of its Content-Type, or null
     * @throws UnusableText where it is not in the encoding that it says, or in several
     */
    public static String page(byte[] bytes, String declared) {
        Charset said = mark(bytes);
        said = said == null ? known(declared) : said;
        said = said == null ? inPage(bytes) : said;
        try {
            return decoded(bytes, said == null ? StandardCharsets.UTF_8 : said);
        } catch (CharacterCodingException wrong) {
            if (said != null) {
                throw new UnusableText(
                        "The page says it is in %s, and not all of it is. Save it as UTF-8, or copy its text and paste it."
                                .formatted(said.name()));
            }
            return guessed(bytes);
        }
    }

    private static String guessed(byte[] bytes) {
        String replaced = new String(bytes, StandardCharsets.UTF_8);
        long damaged = replaced.chars().filter(c -> c == '\uFFFD').count();
        if (replaced.chars().filter(c -> c > 0x7F && c != '\uFFFD').count() > damaged) {
            throw new UnusableText(
                    "The page is partly in UTF-8 and partly not. Save it as UTF-8, or copy its text and paste it.");
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        CharsetMatch match = detector.setText(bytes).detect();
        Charset guess = match == null || match.getConfidence() < SURE ? WINDOWS : known(match.getName());
        try {
            return decoded(bytes, guess == null ? WINDOWS : guess);
        } catch (CharacterCodingException wrong) {
            throw new UnusableText(
                    "The page does not say in which encoding it is, and it cannot be told. Save it as UTF-8, or copy its text and paste it.");
        }
    }

    private static Charset mark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16 : null;
    }

    private static Charset inPage(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        Matcher xml = XML.matcher(head);
        Charset said = meta.find() ? known(meta.group(1)) : xml.find() ? known(xml.group(1)) : null;
        // Whoever could read that it is UTF-16 has read it as something else.
        return said != null && said.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : said;
    }

    /** The encoding of this name, or null where there is none. */
    private static Charset known(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            String label = name.strip().toLowerCase(Locale.ROOT);
            Charset charset = Charset.forName(WIDER.getOrDefault(label, label));
            // As in browsers: who says Latin 1 or ASCII means the encoding of Windows, which has their letters too.
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? WINDOWS
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    static boolean starts(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
