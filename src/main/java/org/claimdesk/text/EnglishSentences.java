package org.claimdesk.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Where the sentences of an English block end. What a newsroom knows decides first (abbreviations, quotations, list
 * numbers); Apache OpenNLP's model decides after short words that could be abbreviations nobody listed.
 */
final class EnglishSentences {

    private static final String MODEL_NAME = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final SentenceModel MODEL = load();
    private static final String ENDS = ".!?…‼⁇⁈⁉";
    private static final String CLOSERS = "”’\"'»›)]}";
    private static final String OPENERS = "“‘\"'«‹„([{¿¡*_";
    /** How much around a full stop the model sees; what it looks at is the words next to it. */
    private static final int WINDOW = 80;
    /** How far before a full stop a word is looked for; no abbreviation is longer. */
    private static final int LONGEST_WORD = 24;
    /** Within so much of its beginning, "At 8 a.m. 40 people" is one sentence. */
    private static final int OPENING = 20;
    private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,3}|\\p{L}|[ivxIVX]{2,5}");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]{2,7}|[IVX]");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d{1,3}\\]|[¹²³⁰-⁹]+");
    private static final Pattern MIXED_CASE = Pattern.compile("\\p{Ll}{1,3}\\p{Lu}.*");
    private static final Pattern SPEAKER = Pattern.compile(
            "(\\p{Lu}[\\p{L}.’'-]*\\s+){1,4}(said|says|asked|asks|told|wrote|writes|shouted|cried|called|replied|answered|wondered|added|continued|yelled)\\b.*");
    /** Names that end in a mark. */
    private static final Set<String> MARKED = Set.of("Yahoo", "Jeopardy", "Yum");

    private final String text;
    private final boolean title;
    private final BitSet enclosed;
    private final List<Integer> breaks = new ArrayList<>();
    private SentenceDetectorME detector;
    private int sentenceStart;

    private EnglishSentences(String text, boolean title) {
        this.text = text;
        this.title = title;
        this.enclosed = Enclosures.of(text);
    }

    /**
     * @param title whether words have capitals because they stand in a headline
     * @return where a sentence ends and another begins, in UTF-16 units, in order; without the block's own ends
     */
    static List<Integer> breaks(String block, boolean title) {
        EnglishSentences sentences = new EnglishSentences(block, title);
        sentences.read();
        return sentences.breaks;
    }

    private void read() {
        for (int at = 0; at < text.length(); at++) {
            if (ENDS.indexOf(text.charAt(at)) >= 0) {
                int last = at;
                while (last + 1 < text.length() && ENDS.indexOf(text.charAt(last + 1)) >= 0) {
                    last++;
                }
                int after = afterClosers(last + 1);
                consider(at, last, after);
                at = Math.max(at, after - 1);
            }
        }
    }

    private void consider(int at, int last, int after) {
        int next = after;
        while (next < text.length() && (blank(text.charAt(next)) || picture(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        if (next >= text.length() || enclosed.get(next)) {
            return;
        }
        boolean ends = next > after ? endsBefore(at, last, after, next) : endsUnspaced(at, last, after);
        if (ends) {
            breaks.add(next);
            sentenceStart = next;
        }
    }

    /** A space forgotten after the full stop: only where what follows can be nothing else than a beginning. */
    private boolean endsUnspaced(int at, int last, int after) {
        boolean word = at > 1 && Character.isLowerCase(text.charAt(at - 1))
                && Character.isLowerCase(text.charAt(at - 2))
                && Abbreviations.stop(wordBefore(at)) == Abbreviations.Stop.WORD;
        boolean opens = after == last + 1
                ? Character.isUpperCase(text.charAt(after)) && Abbreviations.opens(wordAt(after))
                        || "“‘".indexOf(text.charAt(after)) >= 0
                : Character.isUpperCase(text.charAt(after));
        return word && opens;
    }

    private boolean endsBefore(int at, int last, int after, int next) {
        int first = next;
        while (first < text.length() - 1 && OPENERS.indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean opened = first > next;
        int point = text.codePointAt(first);
        String follower = wordAt(first);
        boolean small = Character.isLowerCase(point) && !MIXED_CASE.matcher(follower).matches();
        boolean closedQuote = after > last + 1 && "”’\"»".indexOf(text.charAt(after - 1)) >= 0;
        if (dash(point) || ENDS.indexOf(point) >= 0 || ",;:".indexOf(point) >= 0) {
            return false;
        }
        if (small) {
            return opened && !closedQuote && "([{".indexOf(text.charAt(first - 1)) < 0
                    && Abbreviations.stop(wordBefore(at)) == Abbreviations.Stop.WORD && !ellipsis(at, last);
        }
        if (ellipsis(at, last)) {
            return at > 0 && !blank(text.charAt(at - 1)) || opensSentence(follower, first) || opened;
        }
        if (text.charAt(at) != '.') {
            return closedQuote ? !speaks(first, follower) : !MARKED.contains(wordBefore(at));
        }
        return closedQuote || endsAfter(wordBefore(at), at, first, opened, follower);
    }

    /** What the full stop after this word means, given the word after it. */
    private boolean endsAfter(String word, int at, int first, boolean opened, String follower) {
        boolean digit = Character.isDigit(text.codePointAt(first)) || "$€£#".indexOf(text.charAt(first)) >= 0;
        if (at - word.length() <= firstLetter(sentenceStart) && LIST_NUMBER.matcher(word).matches()) {
            return false;
        }
        boolean opens = opensSentence(follower, first) || opened && !digit && text.charAt(first - 1) != '(';
        return switch (Abbreviations.stop(word)) {
            case NEVER -> word.equals("St") && opens && !opened && capitalBefore(at - word.length());
            case BEFORE_NUMBERS -> !digit && !ROMAN.matcher(follower).matches() || opensSentence(follower, first);
            case BEFORE_OPENERS -> opens;
            case STATE -> opens || !digit && !title && afterComma(at - word.length());
            case HOUR -> digit
                    ? at - sentenceStart > OPENING && !Abbreviations.followsAnHour(wordAfter(first))
                    : !Abbreviations.followsAnHour(follower);
            case INITIAL -> opens || word.equals("I") && !capitalBefore(at - word.length())
                    || Abbreviations.namesByLetter(wordBefore(trimmed(at - word.length())));
            case PERHAPS -> opens || digit || modelEndsAt(at);
            case WORD -> true;
        };
    }

    private boolean opensSentence(String follower, int first) {
        int end = first + follower.length();
        boolean initial = follower.length() == 1 && end < text.length() && text.charAt(end) == '.';
        return !title && !initial && Abbreviations.opens(follower);
    }

    /** “Will it open?” Rask asked. */
    private boolean speaks(int first, String follower) {
        return !Abbreviations.opens(follower)
                && SPEAKER.matcher(text.substring(first, Math.min(text.length(), first + WINDOW))).lookingAt();
    }

    private boolean ellipsis(int at, int last) {
        return text.charAt(at) == '…' || last - at >= 2 && text.charAt(last) == '.'
                || at > 1 && text.charAt(at - 1) == ' ' && text.charAt(at - 2) == '.';
    }

    private boolean modelEndsAt(int at) {
        if (detector == null) {
            detector = new SentenceDetectorME(MODEL);
        }
        int from = Math.max(0, at - WINDOW);
        String window = text.substring(from, Math.min(text.length(), at + WINDOW));
        for (Span span : detector.sentPosDetect(window)) {
            if (span.getEnd() == at + 1 - from) {
                return true;
            }
        }
        return false;
    }

    private int afterClosers(int from) {
        int after = from;
        while (after < text.length() && (CLOSERS.indexOf(text.charAt(after)) >= 0 && !opensUnspaced(after)
                || Character.getType(text.charAt(after)) == Character.NON_SPACING_MARK)) {
            after++;
        }
        var footnote = FOOTNOTE.matcher(text).region(after, Math.min(text.length(), after + 6));
        return footnote.lookingAt() ? footnote.end() : after;
    }

    /** A straight mark after a full stop and before a letter opens what follows. */
    private boolean opensUnspaced(int at) {
        return "\"'".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private String wordBefore(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && (Character.isLetterOrDigit(text.charAt(start - 1))
                || start < end && "’'-".indexOf(text.charAt(start - 1)) >= 0
                || start < end && text.charAt(start - 1) == '.' && Character.isLetterOrDigit(text.charAt(start)))) {
            start--;
        }
        return text.substring(start, end);
    }

    private String wordAt(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_WORD
                && (Character.isLetterOrDigit(text.charAt(end))
                        || end > start && "’'".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(start, end);
    }

    private String wordAfter(int start) {
        int at = start + wordAt(start).length();
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return wordAt(at);
    }

    private int trimmed(int end) {
        int at = end;
        while (at > 0 && blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int firstLetter(int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean capitalBefore(int start) {
        String word = wordBefore(trimmed(start));
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }

    private boolean afterComma(int start) {
        int at = trimmed(start);
        return at > 0 && text.charAt(at - 1) == ',';
    }

    private boolean picture(int at) {
        int point = text.codePointAt(at);
        int type = Character.getType(point);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL && point > 0xFFFF || point == 0x200D
                || type == Character.NON_SPACING_MARK;
    }

    private static boolean dash(int point) {
        return point == '—' || point == '–' || point == '-';
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static SentenceModel load() {
        try (InputStream model = EnglishSentences.class.getResourceAsStream(MODEL_NAME)) {
            return new SentenceModel(model);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sentence model " + MODEL_NAME + " can't be read.", broken);
        }
    }
}
