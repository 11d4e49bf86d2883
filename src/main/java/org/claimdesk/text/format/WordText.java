package org.claimdesk.text.format;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.UnusableText;

/**
 * The paragraphs of a part of a Word document (ECMA-376, part 1, section 17) as they would be printed: what was inserted
 * stays; what was deleted, moved away, struck out or hidden goes. A row of a table is one part, its cells divided by a
 * bar; text boxes follow the paragraph they stand in, as captions.
 */
final class WordText {

    /** In characters: no story, and small enough to be held in memory until that is said. */
    private static final int MOST = 5_000_000;

    /** A paragraph that is open; text boxes put paragraphs into paragraphs. */
    private static final class Open {
        private final StringBuilder words = new StringBuilder();
        private final List<Piece> boxes = new ArrayList<>();
        private final boolean boxed;
        private Kind kind = Kind.PARAGRAPH;
        private boolean listed;
        private boolean hiddenStyle;
        private boolean hiddenRun;
        private boolean joined;

        Open(boolean boxed) {
            this.boxed = boxed;
        }
    }

    /** A row of a table that is open. */
    private static final class Row {
        private final List<List<Piece>> cells = new ArrayList<>();
    }

    private final WordStyles styles;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Open> paragraphs = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private String carried = "";
    private int boxes;
    private int length;
    private boolean ofParagraph;
    private boolean inText;

    private WordText(WordStyles styles) {
        this.styles = styles;
    }

    static List<Piece> read(InputStream xml, WordStyles styles) throws XMLStreamException {
        WordText text = new WordText(styles);
        XMLStreamReader reader = WordXml.reader(xml);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> text.begin(reader);
                case XMLStreamConstants.END_ELEMENT -> text.end(reader.getLocalName());
                case XMLStreamConstants.DTD ->
                    throw new XMLStreamException("a document type declaration, which Word never writes");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.write(text.inText ? reader.getText() : "");
                default -> {
                    // Comments and the like.
                }
            }
        }
        return text.pieces;
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        Open paragraph = paragraphs.peek();
        switch (xml.getLocalName()) {
            case "p" -> {
                paragraphs.push(new Open(boxes > 0));
                paragraphs.peek().words.append(boxes > 0 ? "" : carried);
                carried = boxes > 0 ? carried : "";
            }
            case "pPr" -> ofParagraph = true;
            case "r" -> {
                if (paragraph != null) {
                    paragraph.hiddenRun = false;
                }
            }
            case "tr" -> rows.push(new Row());
            case "tc" -> {
                if (!rows.isEmpty()) {
                    rows.peek().cells.add(new ArrayList<>());
                }
            }
            case "txbxContent" -> boxes++;
            case "t" -> inText = true;
            case "tab" -> write(ofParagraph ? "" : " ");
            case "br", "cr" -> write("\n");
            case "noBreakHyphen" -> write("\u2011");
            case "del", "moveFrom" -> {
                if (ofParagraph && paragraph != null) {
                    paragraph.joined = true;
                }
                WordXml.skip(xml);
            }
            case "pPrChange", "rPrChange", "Fallback", "sdtPr", "tabs" -> WordXml.skip(xml);
            case "footnote", "endnote" -> {
                if (WordXml.value(xml, "type") != null) {
                    WordXml.skip(xml);
                }
            }
            case "altChunk", "subDoc" -> throw new UnusableText(
                    "The Word document takes in another document. Copy that one's text into it and try again.");
            default -> property(xml, paragraph);
        }
    }

    private void property(XMLStreamReader xml, Open paragraph) {
        if (paragraph == null) {
            return;
        }
        switch (xml.getLocalName()) {
            case "pStyle" -> {
                paragraph.kind = styles.kind(WordXml.value(xml, "val"));
                paragraph.hiddenStyle = styles.hidden(WordXml.value(xml, "val"));
            }
            case "numId" -> paragraph.listed = !"0".equals(WordXml.value(xml, "val"));
            case "rStyle" -> paragraph.hiddenRun |= !ofParagraph && styles.hidden(WordXml.value(xml, "val"));
            case "vanish", "strike", "dstrike" -> paragraph.hiddenRun |= !ofParagraph && WordXml.on(xml);
            default -> {
                // Looks only.
            }
        }
    }

    private void end(String element) {
        switch (element) {
            case "p" -> close(paragraphs.pop());
            case "pPr" -> ofParagraph = false;
            case "t" -> inText = false;
            case "r" -> {
                if (!paragraphs.isEmpty()) {
                    paragraphs.peek().hiddenRun = false;
                }
            }
            case "tr" -> close(rows.pop());
            case "txbxContent" -> boxes--;
            default -> {
                // Nothing ends with it.
            }
        }
    }

    private void write(String words) {
        Open paragraph = paragraphs.peek();
        if (paragraph != null && !paragraph.hiddenRun && !paragraph.hiddenStyle) {
            paragraph.words.append(words);
            length += words.length();
            if (length > MOST) {
                throw new UnusableText(
                        "The Word document has more than %,d characters. Is it one article?".formatted(MOST));
            }
        }
    }

    private void close(Open paragraph) {
        if (paragraph.joined && !paragraph.boxed) {
            carried = paragraph.words.toString();
        } else if (!paragraph.words.toString().isBlank()) {
            Kind kind = paragraph.listed && paragraph.kind == Kind.PARAGRAPH ? Kind.LIST_ITEM : paragraph.kind;
            place(new Piece(paragraph.boxed && kind == Kind.PARAGRAPH ? Kind.CAPTION : kind,
                    paragraph.words.toString()));
        }
        paragraph.boxes.forEach(this::place);
    }

    private void place(Piece piece) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().boxes.add(piece);
        } else if (!rows.isEmpty() && !rows.peek().cells.isEmpty()) {
            List<List<Piece>> cells = rows.peek().cells;
            cells.get(cells.size() - 1).add(piece);
        } else {
            pieces.add(piece);
        }
    }

    /** Short cells are a table and one part; where a cell has several paragraphs the table is a layout. */
    private void close(Row row) {
        List<List<Piece>> filled = row.cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (filled.size() > 1 && filled.stream().allMatch(cell -> cell.size() == 1)) {
            place(new Piece(Kind.PARAGRAPH,
                    String.join(" | ", filled.stream().map(cell -> cell.get(0).words()).toList())));
        } else {
            filled.forEach(cell -> cell.forEach(this::place));
        }
    }
}
