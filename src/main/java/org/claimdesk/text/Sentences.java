package org.claimdesk.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * The sentences of an article. Each block stands alone: no sentence crosses its ends, and every character of it that is
 * not white space is in exactly one sentence.
 *
 * <p>What a sentence is:
 * <ul>
 * <li>A quotation stays whole with its attribution, however many sentences are quoted: “First. Second,” she said. is one
 * sentence, and so is She said: “First. Second.” What matters to the desk is whether it was said; claims within it are
 * anchored to their words.</li>
 * <li>After the attribution a quotation that goes on is another sentence: “First,” she said. | “Second. Third.”</li>
 * <li>A quotation that is not closed in its block (the next paragraph goes on with it), or is longer than
 * {@value Enclosures#LONGEST} characters, is divided like any other text. So is a block set as a quotation without
 * quotation marks.</li>
 * <li>A remark in brackets within a sentence divides nothing; brackets around whole sentences are divided.</li>
 * <li>Closing marks, brackets, footnote numbers and emoji stay with the sentence they follow.</li>
 * </ul>
 *
 * <p>English is divided by newsroom rules and Apache OpenNLP, everything else by the rules of ICU (UAX #29), with
 * quotations kept whole all the same. Which it is, is asked of each block that is long enough to tell, otherwise of the
 * whole article. The time taken grows with the length of the text and with nothing else. Safe for any number of threads.
 */
public final class Sentences {

    /** After a quotation's closing mark, without a space: 」と言った, ”她说。 */
    private static final Pattern ATTRIBUTION = Pattern.compile("と|って|\\p{IsHan}{0,8}(说|說|道|问|問|表示|称|稱)[，。：]");

    private Sentences() {}

    /**
     * @param canonicalText as {@link CanonicalText} makes it
     * @param blocks        of this text, in order and without overlap
     * @return in the order of the text; a block of white space alone has none
     */
    public static List<Sentence> of(String canonicalText, List<Block> blocks) {
        CodePoints text = new CodePoints(canonicalText);
        boolean english = Languages.look(canonicalText) != Languages.Look.OTHER;
        List<Sentence> sentences = new ArrayList<>();
        for (Block block : blocks) {
            String words = text.slice(block.start(), block.end());
            int unit = 0;
            int point = block.start();
            for (int end : ends(words, block.kind(), english)) {
                int nextPoint = point + words.codePointCount(unit, end);
                add(sentences, text, point, nextPoint);
                unit = end;
                point = nextPoint;
            }
        }
        return List.copyOf(sentences);
    }

    private static void add(List<Sentence> sentences, CodePoints text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && blank(text.at(start))) {
            start++;
        }
        while (start < end && blank(text.at(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Sentence(sentences.size() + 1, start, end));
        }
    }

    private static List<Integer> ends(String block, Block.Kind kind, boolean englishArticle) {
        boolean english = switch (Languages.look(block)) {
            case ENGLISH -> true;
            case OTHER -> false;
            case TOO_SHORT_TO_TELL -> englishArticle;
        };
        boolean title = kind == Block.Kind.HEADLINE || kind == Block.Kind.SUBHEAD;
        List<Integer> ends = new ArrayList<>(english ? EnglishSentences.breaks(block, title) : icuBreaks(block));
        ends.add(block.length());
        return ends;
    }

    private static List<Integer> icuBreaks(String block) {
        BitSet enclosed = Enclosures.of(block);
        BreakIterator rules = BreakIterator.getSentenceInstance(ULocale.ROOT);
        rules.setText(block);
        List<Integer> breaks = new ArrayList<>();
        for (int at = rules.next(); at != BreakIterator.DONE && at < block.length(); at = rules.next()) {
            if (!enclosed.get(at) && !attributes(block, at)) {
                breaks.add(at);
            }
        }
        return breaks;
    }

    private static boolean attributes(String block, int at) {
        return "」』”".indexOf(block.charAt(at - 1)) >= 0
                && ATTRIBUTION.matcher(block).region(at, Math.min(block.length(), at + 12)).lookingAt();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
