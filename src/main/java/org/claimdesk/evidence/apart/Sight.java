package org.claimdesk.evidence.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.apache.tika.Tika;
import org.claimdesk.evidence.capture.ReadableText;

/** Tells by its content what a file is, and has it read as that. */
final class Sight {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp",
            "image/tiff", "image/webp");
    private static final Set<String> DRAWINGS = Set.of("image/svg+xml", "image/svg");

    private Sight() {}

    static Findings read(Path file) throws IOException {
        String type = type(file);
        try {
            if (type.equals("application/pdf")) {
                return PdfFile.read(file);
            }
            if (PICTURES.contains(type)) {
                return new Findings(type, Show.PICTURE, null, null, null, "Text is not read from pictures.", false,
                        List.of());
            }
            if (Sound.served(type) != null) {
                return new Findings(type, Show.SOUND, null, null, null, "Text is not read from recordings.", false,
                        List.of());
            }
            if (OfficeFile.reads(type)) {
                return OfficeFile.read(file, type);
            }
            return words(file, type);
        } catch (Unseen unseen) {
            return Findings.none(type, unseen.getMessage());
        } catch (StackOverflowError nested) {
            return Findings.none(type, "It is nested too deep.");
        } catch (RuntimeException broken) {
            return Findings.none(type, "It is damaged.");
        }
    }

    static Findings picture(Path file, Path into, int first, int last) throws IOException {
        String type = type(file);
        try {
            if (type.equals("application/pdf")) {
                PdfFile.picture(file, into, first, last);
                return new Findings(type, Show.PAGES, null, null, null, null, false, List.of());
            }
            PictureFile.picture(file, type, into);
            return new Findings(type, Show.PICTURE, null, null, null, null, false, List.of());
        } catch (Unseen unseen) {
            return Findings.none(type, unseen.getMessage());
        } catch (StackOverflowError nested) {
            return Findings.none(type, "It is nested too deep.");
        } catch (RuntimeException broken) {
            return Findings.none(type, "It is damaged.");
        }
    }

    private static String type(Path file) throws IOException {
        // Without its name: that is the claim of whoever brought it.
        try (InputStream in = Files.newInputStream(file)) {
            return new Tika().detect(in);
        }
    }

    /** Text, and what is written in text; of a drawing too, which is never drawn: it may hold scripts. */
    private static Findings words(Path file, String type) throws IOException {
        String unshown = DRAWINGS.contains(type)
                ? "A drawing in SVG is not drawn, because it can hold a program; its source is its text."
                : type.equals("text/html") || type.equals("application/xhtml+xml")
                        ? "A web page is not shown, because it can hold a program; its words are its text."
                        : "There is no picture of it.";
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(ReadableText.MOST_BYTES + 1);
        }
        ReadableText read = ReadableText.of(start, DRAWINGS.contains(type) ? "application/xml" : type, null);
        if (read.text() == null) {
            return new Findings(type, null, unshown, null, null, read.missing(), false, List.of());
        }
        Paged paged = new Paged();
        paged.more(read.text());
        if (read.cut()) {
            paged.cut();
        }
        return paged.findings(type, null, unshown, null);
    }
}
