package org.claimdesk.text.format;

import java.util.Set;
import java.util.regex.Pattern;

import org.claimdesk.text.Block;
import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.UnusableText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.block.BlockStart;

/** Reads Markdown (CommonMark): the first block is the headline, emphasis alone under it the dek; raw HTML is left out. */
public final class Markdown {

    /** A line that opens hundreds of lists or quotations; the parser takes time with the square of their number. */
    private static final Pattern NESTED = Pattern.compile("(?m)^[ >*+0-9.)-]{1000}");

    private Markdown() {}

    /** @throws UnusableText for control characters, where there are no words, nested without end, or made to take long */
    public static Manuscript read(String raw) {
        return read(raw, new Patience());
    }

    static Manuscript read(String raw, Patience patience) {
        String text = CanonicalText.of(raw);
        if (NESTED.matcher(text).find()) {
            throw tooDeep();
        }
        Manuscript.Builder manuscript = Manuscript.builder();
        try {
            parser(patience).parse(text).accept(new Blocks(manuscript));
        } catch (StackOverflowError nested) {
            // The parser calls itself for what is nested and knows no limit.
            throw tooDeep();
        }
        return manuscript.build();
    }

    /**
     * Some texts take the parser time with the square of their length, such as {@code <a} without end. It asks these two
     * at every line and at every letter that could begin something, so they are where it is stopped.
     */
    private static Parser parser(Patience patience) {
        return Parser.builder().customBlockParserFactory((state, matched) -> {
            patience.check();
            return BlockStart.none();
        }).customInlineContentParserFactory(new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('<', '[', '!', ']', '`', '&', '\\');
            }

            @Override
            public InlineContentParser create() {
                return state -> {
                    patience.check();
                    return ParsedInline.none();
                };
            }
        }).build();
    }

    private static UnusableText tooDeep() {
        return new UnusableText("Its Markdown is nested deeper than any article's.");
    }

    private static final class Blocks extends AbstractVisitor {
        private final Manuscript.Builder manuscript;

        Blocks(Manuscript.Builder manuscript) {
            this.manuscript = manuscript;
        }

        @Override
        public void visit(Heading heading) {
            add(Block.Kind.SUBHEAD, Words.of(heading));
        }

        @Override
        public void visit(Paragraph paragraph) {
            int count = manuscript.count();
            String words = Words.of(paragraph);
            Block.Kind kind = PlainText.kind(words, count);
            if (count > 0 && kind == Block.Kind.PARAGRAPH) {
                kind = within(paragraph, ListItem.class)
                        ? Block.Kind.LIST_ITEM
                        : within(paragraph, BlockQuote.class)
                                ? Block.Kind.QUOTATION
                                : count == 1 && emphasisAlone(paragraph) ? Block.Kind.DEK : kind;
            }
            manuscript.add(kind, words);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            add(Block.Kind.PARAGRAPH, code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            add(Block.Kind.PARAGRAPH, code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            // Markup is not text of the article.
        }

        private void add(Block.Kind kind, String words) {
            manuscript.add(manuscript.count() == 0 ? Block.Kind.HEADLINE : kind, words);
        }

        private static boolean emphasisAlone(Paragraph paragraph) {
            return paragraph.getFirstChild() instanceof Emphasis
                    && paragraph.getFirstChild() == paragraph.getLastChild();
        }

        private static boolean within(Node node, Class<? extends Node> kind) {
            for (Node up = node.getParent(); up != null && !(up instanceof Document); up = up.getParent()) {
                if (kind.isInstance(up)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder words = new StringBuilder();

        static String of(Node node) {
            Words visitor = new Words();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(visitor);
            }
            return visitor.words.toString();
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            words.append(' ');
        }
    }
}
