package org.claimdesk.evidence.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.rtf.RTFEditorKit;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.extractor.ExtractorFactory;
import org.apache.poi.extractor.POITextExtractor;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.claimdesk.evidence.capture.ReadableText;

/** Reads the text of documents, sheets and slides: those of Microsoft Office, old and new, OpenDocument and RTF. */
final class OfficeFile {

    private static final String UNSHOWN = "There is no picture of it; its text can be read.";
    private static final String RTF = "application/rtf";
    private static final Set<String> OPEN = Set.of("application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation");
    /** What Microsoft's files begin with; which of them it is stands inside. */
    private static final Set<String> MICROSOFT = Set.of("application/x-tika-msoffice", "application/x-tika-ooxml",
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** Of all that a file unpacks to, in bytes, and of one part of it. */
    private static final long MOST_UNPACKED = 100L << 20;

    private OfficeFile() {}

    static boolean reads(String type) {
        return type.equals(RTF) || OPEN.contains(type) || MICROSOFT.contains(type);
    }

    static Findings read(Path file, String type) throws Unseen {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxTextSize(MOST_UNPACKED);
        try {
            if (type.equals(RTF)) {
                return rich(file);
            }
            if (OPEN.contains(type)) {
                return OpenDocument.read(file, type, UNSHOWN);
            }
            return microsoft(file, type);
        } catch (EncryptedDocumentException locked) {
            throw new Unseen("It is protected by a password.");
        } catch (IOException damaged) {
            throw new Unseen("It is damaged, or unpacks to far more than a document has.");
        }
    }

    private static Findings microsoft(Path file, String type) throws IOException, Unseen {
        try (POITextExtractor extractor = ExtractorFactory.createExtractor(file.toFile())) {
            String exactly = Microsoft.type(extractor, type);
            if (exactly.equals(WORD)) {
                return word(file, exactly);
            }
            if (extractor instanceof SlideShowExtractor<?, ?>) {
                return slides(file, exactly);
            }
            Paged text = new Paged();
            text.more(extractor.getText());
            return text.findings(exactly, null, UNSHOWN, null);
        } catch (IllegalArgumentException unknown) {
            throw new Unseen("Text is not read from files of this kind.");
        }
    }

    /** By the reader that articles are read with, which keeps what is printed and leaves out what is not. */
    private static Findings word(Path file, String type) throws IOException, Unseen {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(ReadableText.MOST_BYTES + 1);
        }
        ReadableText read = ReadableText.of(start, WORD, null);
        if (read.text() == null) {
            return new Findings(type, null, UNSHOWN, null, null, read.missing(), false, List.of());
        }
        Paged text = new Paged();
        text.more(read.text());
        return text.findings(type, null, UNSHOWN, null);
    }

    private static Findings slides(Path file, String type) throws IOException {
        try (SlideShow<?, ?> show = SlideShowFactory.create(file.toFile(), null, true)) {
            return slides(show, type);
        }
    }

    private static <S extends Shape<S, P>, P extends TextParagraph<S, P, ? extends TextRun>> Findings slides(
            SlideShow<S, P> show, String type) throws IOException {
        Paged text = new Paged();
        try (SlideShowExtractor<S, P> words = new SlideShowExtractor<>(show)) {
            words.setNotesByDefault(true);
            for (Slide<S, P> slide : show.getSlides()) {
                if (!text.page(words.getText(slide))) {
                    break;
                }
            }
        }
        return text.findings(type, null, UNSHOWN, show.getSlides().size());
    }

    private static Findings rich(Path file) throws IOException, Unseen {
        RTFEditorKit kit = new RTFEditorKit();
        Document document = kit.createDefaultDocument();
        try (InputStream in = Files.newInputStream(file)) {
            kit.read(in, document, 0);
            Paged text = new Paged();
            text.more(document.getText(0, document.getLength()));
            return text.findings(RTF, null, UNSHOWN, null);
        } catch (BadLocationException damaged) {
            throw new Unseen("It is damaged.");
        }
    }
}
