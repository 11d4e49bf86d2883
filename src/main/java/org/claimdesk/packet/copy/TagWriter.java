package org.claimdesk.packet.copy;

import java.io.IOException;
import java.io.OutputStream;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfIndirectObject;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfWriter;

/** A writer of PDF whose tags are in the file already when it is closed: the library's own would keep all of them. */
final class TagWriter extends PdfWriter {

    private PdfIndirectReference parents;
    private int pages;

    private TagWriter(PdfDocument pdf, OutputStream out) {
        super(pdf, out);
        setTagged();
    }

    static TagWriter of(Document document, OutputStream out) {
        PdfDocument pdf = new PdfDocument();
        document.addDocListener(pdf);
        TagWriter writer = new TagWriter(pdf, out);
        pdf.addWriter(writer);
        return writer;
    }

    /** What the structure is, once all of it is written. @param whole its one element that has no other around it */
    void structured(PdfIndirectReference whole, PdfIndirectReference parents, int pages) {
        getStructureTreeRoot().put(PdfName.K, whole);
        this.parents = parents;
        this.pages = pages;
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference reference) throws IOException {
        if (parents != null && object == getStructureTreeRoot()) {
            getStructureTreeRoot().put(PdfName.PARENTTREE, parents);
            getStructureTreeRoot().put(new PdfName("ParentTreeNextKey"), new PdfNumber(pages));
        }
        return super.addToBody(object, reference);
    }
}
