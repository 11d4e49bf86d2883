package org.claimdesk.text.format;

import java.util.List;
import java.util.Locale;

import org.claimdesk.text.Block;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.UnusableText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a web page: finds its story, leaves out what stands around and in it, and keeps the story's parts as blocks.
 * Nothing in the page is fetched or run.
 */
public final class Html {

    /** A page of a newspaper has some ten thousand; a tag takes a few hundred bytes of memory while it is read. */
    private static final int MOST_TAGS = 100_000;

    private Html() {}

    /**
     * @param declared the charset of its Content-Type, or null
     * @throws UnusableText for its encoding, for control characters, where there are no words, or made to take long
     */
    public static Manuscript read(byte[] bytes, String declared) {
        String html = Encodings.page(bytes, declared);
        if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
            throw new UnusableText("The page has more than %,d tags, which no article has. Copy its text and paste it."
                    .formatted(MOST_TAGS));
        }
        Patience patience = new Patience();
        Document page = Parser.htmlParser().parseInput(patience.over(html), "");
        LinkedData said = LinkedData.of(page);
        Clutter.remove(page.body(), patience);
        Element place = StoryPlace.in(page, patience);
        Element headline = headline(page, place, said);
        return written(new Typescript(place, headline, patience).pieces(), title(page, headline, said), said);
    }

    /** The element that is the headline: the one that is called so, else the first of the largest headings of the story. */
    private static Element headline(Document page, Element place, LinkedData said) {
        Element called = page.body().selectFirst("[itemprop=headline]");
        if (called != null && called.hasText()) {
            return called;
        }
        List<Element> headings = page.body().select("h1").stream().filter(Element::hasText).toList();
        return headings.stream()
                .filter(heading -> said.headline() != null && same(heading.text(), said.headline()))
                .findFirst()
                .or(() -> place.select("h1").stream().filter(Element::hasText).findFirst())
                .or(() -> headings.stream().findFirst())
                .orElse(null);
    }

    private static String title(Document page, Element headline, LinkedData said) {
        if (headline != null) {
            return headline.text();
        }
        if (said.headline() != null) {
            return said.headline();
        }
        return page.title().replaceFirst("\\s+[|–—-]\\s+[^|–—]{1,60}$", "");
    }

    private static Manuscript written(List<Piece> pieces, String title, LinkedData said) {
        Manuscript.Builder manuscript = Manuscript.builder().add(Block.Kind.HEADLINE, title);
        boolean authored = pieces.stream().anyMatch(piece -> piece.kind() == Block.Kind.BYLINE);
        boolean saysWho = !authored && !said.authors().isEmpty();
        if (saysWho && pieces.stream().noneMatch(piece -> piece.kind() == Block.Kind.DEK)) {
            manuscript.add(Block.Kind.BYLINE, by(said));
            saysWho = false;
        }
        int words = 0;
        for (Piece piece : pieces) {
            if (words == 0 && same(piece.words(), title)) {
                continue;
            }
            manuscript.add(manuscript.count() == 0 ? Block.Kind.HEADLINE : piece.kind(), piece.words());
            words += piece.kind() == Block.Kind.PARAGRAPH ? 1 : 0;
            if (saysWho && piece.kind() == Block.Kind.DEK) {
                manuscript.add(Block.Kind.BYLINE, by(said));
                saysWho = false;
            }
        }
        return manuscript.build();
    }

    private static String by(LinkedData said) {
        return "By " + String.join(", ", said.authors());
    }

    private static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
