package org.claimdesk.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stand-in until the newsroom's own splitting lands. */
public final class Sentences {

    private Sentences() {}

    public static List<Sentence> of(String text, List<Block> blocks) {
        CodePoints points = new CodePoints(text);
        List<Sentence> all = new ArrayList<>();
        for (Block block : blocks) {
            String words = points.slice(block.start(), block.end());
            BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ENGLISH);
            iterator.setText(words);
            int from = iterator.first();
            for (int to = iterator.next(); to != BreakIterator.DONE; from = to, to = iterator.next()) {
                String one = words.substring(from, to);
                if (!one.isBlank()) {
                    int lead = one.length() - one.stripLeading().length();
                    int start = block.start() + words.codePointCount(0, from + lead);
                    all.add(new Sentence(all.size() + 1, start,
                            start + one.strip().codePointCount(0, one.strip().length())));
                }
            }
        }
        return all;
    }
}
