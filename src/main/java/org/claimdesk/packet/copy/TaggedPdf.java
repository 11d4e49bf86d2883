package org.claimdesk.packet.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfNumberTree;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;

/**
 * Writes a tagged PDF (ISO 32000-1, 14.8) page by page: what is finished, text and tags alike, is out of memory. What stays
 * is a reference for each element, and the bookmarks.
 */
final class TaggedPdf implements AutoCloseable {

    private static final float MARGIN = 56;
    private static final float FOOT = 64;
    private static final float NUMBER = 8;

    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
    private final TagWriter writer;
    private final PdfContentByte canvas;
    private final PdfOutline bookmarks;
    private final Letters letters;
    private final Deque<Tag> open = new ArrayDeque<>();
    private final Map<Integer, PdfIndirectReference> parents = new HashMap<>();
    private PdfArray marks = new PdfArray();
    private float at;

    /** An element of the structure while it is written. */
    private record Tag(PdfName role, PdfIndirectReference itself, PdfIndirectReference parent, PdfArray inside) {}

    TaggedPdf(OutputStream out, String title, String language) throws IOException {
        letters = new Letters();
        writer = TagWriter.of(document, out);
        writer.setCloseStream(false);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        document.addTitle(title);
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
        canvas = writer.getDirectContent();
        bookmarks = canvas.getRootOutline();
        at = top();
        begin("Document");
    }

    Letters letters() {
        return letters;
    }

    /** Opens an element that others are in, such as Sect, L or LI. */
    void begin(String role) {
        Tag around = open.peek();
        PdfIndirectReference itself = writer.getPdfIndirectReference();
        if (around != null) {
            around.inside.add(itself);
        }
        open.push(new Tag(new PdfName(role), itself,
                around == null ? writer.getStructureTreeRoot().getReference() : around.itself, new PdfArray()));
    }

    /** Closes it. */
    void end() throws IOException {
        Tag tag = open.pop();
        PdfDictionary element = new PdfDictionary(new PdfName("StructElem"));
        element.put(PdfName.S, tag.role);
        element.put(PdfName.P, tag.parent);
        element.put(PdfName.K, tag.inside);
        writer.addToBody(element, tag.itself);
    }

    /** Words in an element of their own, over as many pages as they need. @param indent from the left, in points */
    void put(String role, List<Chunk> words, float size, float indent, float before) throws IOException {
        begin(role);
        float leading = size * 1.35f;
        at -= before;
        if (at - leading < FOOT) {
            turn();
        }
        ColumnText column = new ColumnText(canvas);
        Phrase phrase = new Phrase(leading);
        phrase.addAll(words);
        column.addText(phrase);
        column.setLeading(leading);
        int status;
        do {
            column.setSimpleColumn(MARGIN + indent, FOOT, PageSize.A4.getWidth() - MARGIN, at, leading,
                    Element.ALIGN_LEFT);
            mark();
            status = column.go();
            canvas.setLiteral("EMC\n");
            at = column.getYLine();
            if (ColumnText.hasMoreText(status)) {
                turn();
            }
        } while (ColumnText.hasMoreText(status));
        end();
    }

    /** What follows can be gone to by this name, and from the bookmarks. */
    void bookmark(String name, String title, int lines) throws IOException {
        if (at - lines * 16 < FOOT) {
            turn();
        }
        canvas.localDestination(name, new PdfDestination(PdfDestination.FITH, at));
        new PdfOutline(bookmarks, new PdfDestination(PdfDestination.FITH, at), title).setOpen(false);
    }

    /** The words that are put next are content of the innermost element. */
    private void mark() {
        Tag tag = open.peek();
        PdfDictionary content = new PdfDictionary(new PdfName("MCR"));
        content.put(PdfName.PG, writer.getCurrentPage());
        content.put(PdfName.MCID, new PdfNumber(marks.size()));
        tag.inside.add(content);
        canvas.setLiteral(tag.role + " <</MCID " + marks.size() + ">> BDC\n");
        marks.add(tag.itself);
    }

    private void turn() throws IOException {
        turned();
        document.newPage();
        at = top();
    }

    private void turned() throws IOException {
        canvas.setLiteral("/Artifact BMC\n");
        ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER,
                new Phrase(Integer.toString(writer.getPageNumber()), new Font(letters.font(), NUMBER)),
                PageSize.A4.getWidth() / 2, FOOT / 2, 0);
        canvas.setLiteral("EMC\n");
        parents.put(writer.getCurrentPageNumber() - 1, writer.addToBody(marks).getIndirectReference());
        marks = new PdfArray();
    }

    private static float top() {
        return PageSize.A4.getHeight() - MARGIN;
    }

    @Override
    public void close() throws IOException {
        if (!document.isOpen()) {
            return;
        }
        PdfIndirectReference whole = open.getLast().itself;
        while (!open.isEmpty()) {
            end();
        }
        turned();
        writer.structured(whole,
                writer.addToBody(PdfNumberTree.writeTree(parents, writer)).getIndirectReference(), parents.size());
        writer.createXmpMetadata();
        document.close();
    }
}
