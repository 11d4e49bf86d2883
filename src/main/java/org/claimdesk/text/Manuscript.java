package org.claimdesk.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An article's text as it will be kept: canonical, its blocks joined by LF.
 *
 * @param blocks in order, without gaps but for the LF between them; the first is the headline
 */
public record Manuscript(String text, List<Block> blocks) {

    public String headline() {
        return first(Block.Kind.HEADLINE);
    }

    /** The byline as it stands in the text, or empty. */
    public String byline() {
        return first(Block.Kind.BYLINE);
    }

    private String first(Block.Kind kind) {
        CodePoints points = new CodePoints(text);
        return blocks.stream()
                .filter(block -> block.kind() == kind)
                .findFirst()
                .map(block -> points.slice(block.start(), block.end()))
                .orElse("");
    }

    /** An empty manuscript to be filled, block by block. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects blocks in order; white space within a block is folded, empty blocks are left out. */
    public static final class Builder {
        private static final Pattern WHITE = Pattern.compile("[\\s\\u00A0]+");

        private final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private int length;

        /** @throws UnusableText for what {@link CanonicalText} refuses */
        public Builder add(Block.Kind kind, String content) {
            String folded = WHITE.matcher(CanonicalText.of(content)).replaceAll(" ").strip();
            if (!folded.isEmpty()) {
                if (!blocks.isEmpty()) {
                    text.append('\n');
                    length++;
                }
                int end = length + folded.codePointCount(0, folded.length());
                blocks.add(new Block(kind, length, end));
                text.append(folded);
                length = end;
            }
            return this;
        }

        /** How long it is so far, in code points. */
        public int length() {
            return length;
        }

        /** How many blocks there are: the position of the next one that has words. */
        public int count() {
            return blocks.size();
        }

        /** @throws UnusableText where there are no words at all */
        public Manuscript build() {
            if (blocks.isEmpty()) {
                throw new UnusableText("There is no text in it.");
            }
            return new Manuscript(text.toString(), List.copyOf(blocks));
        }
    }
}
