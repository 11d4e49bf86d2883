package org.claimdesk.text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.claimdesk.text.Block;
import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.UnusableText;

/** Reads pasted or plain text: the first line is the headline, a line or a block between blank lines a paragraph. */
public final class PlainText {

    private static final Pattern BYLINE = Pattern.compile("(?i)by\\s+\\S.{0,200}");
    private static final Pattern CAPTION = Pattern.compile("(?i)(caption|photo|picture)\\s*:\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern LIST_ITEM = Pattern.compile("[-*•]\\s+(\\S.*)", Pattern.DOTALL);
    /** A line shorter than this was broken by whoever typed it; longer ones are whole paragraphs. */
    private static final int TYPED_LINE = 100;

    private PlainText() {}

    /** @throws UnusableText for control characters, or where there are no words */
    public static Manuscript read(String raw) {
        Manuscript.Builder manuscript = Manuscript.builder();
        for (String part : paragraphs(CanonicalText.of(raw))) {
            manuscript.add(kind(part, manuscript.count()), part.replaceFirst("^[-*•]\\s+(?=\\S)", ""));
        }
        return manuscript.build();
    }

    static Block.Kind kind(String part, int position) {
        if (position == 0) {
            return Block.Kind.HEADLINE;
        }
        if (position <= 2 && BYLINE.matcher(part).matches() && !part.matches(".*[.!?]$")) {
            return Block.Kind.BYLINE;
        }
        if (CAPTION.matcher(part).matches()) {
            return Block.Kind.CAPTION;
        }
        return LIST_ITEM.matcher(part).matches() ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
    }

    /** Lines, but lines that were broken by hand at the width of a page are joined again. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String group : text.split("\\n\\s*\\n")) {
            List<String> lines = group.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            boolean typed = lines.size() > 1 && lines.stream().allMatch(line -> line.length() <= TYPED_LINE)
                    && lines.subList(0, lines.size() - 1).stream().allMatch(line -> line.length() > TYPED_LINE / 2)
                    && lines.stream().noneMatch(line -> LIST_ITEM.matcher(line).matches());
            if (typed) {
                paragraphs.add(String.join(" ", lines));
            } else {
                paragraphs.addAll(lines);
            }
        }
        return paragraphs;
    }
}
