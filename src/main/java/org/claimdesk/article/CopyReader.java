package org.claimdesk.article;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.UnusableText;
import org.claimdesk.text.format.Docx;
import org.claimdesk.text.format.Encodings;
import org.claimdesk.text.format.Html;
import org.claimdesk.text.format.Markdown;
import org.claimdesk.text.format.PlainText;

/** Reads a copy, whatever its format, into the text that will be kept. */
@ApplicationScoped
public class CopyReader {

    private static final int HEADLINE = 300;
    /** What a book has; comparing revisions and setting a page take time with it. */
    private static final int MOST_BLOCKS = 5_000;

    /** @throws Problem bad input, with the field it came by (text, file or address), that says what is wrong with it */
    public Manuscript read(Copy copy) {
        try {
            Manuscript manuscript = limited(blocks(copy));
            String headline = manuscript.headline();
            if (headline.codePointCount(0, headline.length()) > HEADLINE) {
                throw new UnusableText("The first line is the headline, and it is longer than " + HEADLINE
                        + " characters. Put the headline on a line of its own.");
            }
            return manuscript;
        } catch (UnusableText unusable) {
            throw Problem.badInput(copy.field(), unusable.getMessage());
        }
    }

    private static Manuscript blocks(Copy copy) {
        return switch (copy.format()) {
            case TEXT -> PlainText.read(text(copy));
            case MARKDOWN -> Markdown.read(text(copy));
            case HTML -> Html.read(copy.original(), copy.charset());
            case DOCX -> Docx.read(copy.original());
        };
    }

    /** What is fetched may be in any encoding that the site names; what is typed or saved here is in Unicode. */
    private static String text(Copy copy) {
        String text = copy.address() == null
                ? Encodings.text(copy.original())
                : Encodings.page(copy.original(), copy.charset());
        if (Input.blank(text)) {
            throw new UnusableText("There is no text in it.");
        }
        return checked(text, text.length());
    }

    private static Manuscript limited(Manuscript manuscript) {
        if (manuscript.blocks().size() > MOST_BLOCKS) {
            throw new UnusableText("The text has %,d paragraphs; at most %,d are taken. Is it one article?"
                    .formatted(manuscript.blocks().size(), MOST_BLOCKS));
        }
        return checked(manuscript, manuscript.text().length());
    }

    private static <T> T checked(T text, int length) {
        if (length > Filing.MOST) {
            throw new UnusableText("The text has %,d characters; at most %,d are taken. Is it one article?"
                    .formatted(length, Filing.MOST));
        }
        return text;
    }
}
