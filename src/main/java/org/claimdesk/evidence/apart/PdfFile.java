package org.claimdesk.evidence.apart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads and draws PDF with PDFBox, which runs nothing that is in it. */
final class PdfFile {

    /** For text: a text that comes this late is cut, so that what is there by then is not lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A page is drawn at 110 dots an inch, or with its longer side as long as this. */
    private static final float DOTS = 110f / 72;
    private static final float LONGEST = 2_000;

    private PdfFile() {}

    static Findings read(Path file) throws Unseen {
        long begun = System.nanoTime();
        try (PDDocument pdf = open(file)) {
            int pages = pages(pdf);
            Paged text = new Paged();
            PDFTextStripper words = new PDFTextStripper();
            words.setSortByPosition(false);
            boolean more = true;
            for (int page = 1; page <= pages && more; page++) {
                words.setStartPage(page);
                words.setEndPage(page);
                more = text.page(page(words, pdf));
                if (more && page < pages && System.nanoTime() - begun > PATIENCE.toNanos()) {
                    text.cut();
                    more = false;
                }
            }
            return text.findings("application/pdf", Show.PAGES, null, pages);
        } catch (IOException damaged) {
            throw new Unseen("It is damaged: it is no whole PDF file.");
        }
    }

    /** A page that is damaged has no text; the others have. */
    private static String page(PDFTextStripper words, PDDocument pdf) {
        try {
            return words.getText(pdf);
        } catch (IOException | RuntimeException damaged) {
            return "";
        }
    }

    static void picture(Path file, Path into, int first, int last) throws Unseen {
        try (PDDocument pdf = open(file)) {
            int pages = pages(pdf);
            if (first > pages) {
                throw new Unseen("It has only %d pages.".formatted(pages));
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int page = first; page <= Math.min(last, pages); page++) {
                PDRectangle box = pdf.getPage(page - 1).getCropBox();
                float scale = Math.min(DOTS, LONGEST / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
                BufferedImage picture = renderer.renderImage(page - 1, scale, ImageType.RGB);
                PictureFile.write(picture, "png", into, page);
            }
        } catch (IOException damaged) {
            throw new Unseen("It is damaged: this page cannot be drawn.");
        }
    }

    private static int pages(PDDocument pdf) throws Unseen {
        int pages = pdf.getNumberOfPages();
        if (pages < 1) {
            throw new Unseen("It has no pages.");
        }
        return pages;
    }

    private static PDDocument open(Path file) throws IOException, Unseen {
        try {
            return Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException locked) {
            throw new Unseen("It is protected by a password.");
        }
    }
}
