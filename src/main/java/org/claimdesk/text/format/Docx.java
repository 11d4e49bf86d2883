package org.claimdesk.text.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.UnusableText;

/**
 * Reads a Word document (.docx, ECMA-376): the paragraph in the style Title is the headline, else the first one; other
 * parts by their styles. Footnotes and endnotes are printed, so they are kept, at the end. Comments, headers and footers
 * are not of the story.
 */
public final class Docx {

    private Docx() {}

    /** @throws UnusableText where it is no Word document, damaged, protected, has macros, or where there are no words */
    public static Manuscript read(byte[] bytes) {
        Patience patience = new Patience();
        List<Piece> pieces = new ArrayList<>();
        try (WordPackage word = WordPackage.open(bytes, patience)) {
            WordStyles styles = styles(word);
            try (InputStream text = word.text()) {
                pieces.addAll(WordText.read(text, styles));
            }
            for (String notes : List.of(WordPackage.FOOTNOTES, WordPackage.ENDNOTES)) {
                try (InputStream text = word.beside(notes)) {
                    pieces.addAll(text == null ? List.of() : WordText.read(text, styles));
                }
            }
        } catch (IOException | XMLStreamException damaged) {
            throw WordPackage.damaged(damaged);
        }
        return written(pieces);
    }

    private static WordStyles styles(WordPackage word) throws IOException, XMLStreamException {
        try (InputStream xml = word.beside(WordPackage.STYLES)) {
            return WordStyles.read(xml);
        }
    }

    private static Manuscript written(List<Piece> pieces) {
        Piece headline = pieces.stream()
                .filter(piece -> piece.kind() == Kind.HEADLINE)
                .findFirst()
                .orElse(pieces.isEmpty() ? null : pieces.get(0));
        Manuscript.Builder manuscript = Manuscript.builder();
        if (headline != null) {
            manuscript.add(Kind.HEADLINE, headline.words());
        }
        for (Piece piece : pieces) {
            if (piece != headline) {
                manuscript.add(kind(piece, manuscript.count()), piece.words());
            }
        }
        return manuscript.build();
    }

    private static Kind kind(Piece piece, int position) {
        return switch (piece.kind()) {
            case HEADLINE -> position == 0 ? Kind.HEADLINE : Kind.SUBHEAD;
            case PARAGRAPH -> PlainText.kind(piece.words().strip(), position);
            default -> position == 0 ? Kind.HEADLINE : piece.kind();
        };
    }
}
