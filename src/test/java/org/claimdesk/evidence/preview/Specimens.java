package org.claimdesk.evidence.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.common.filespecification.PDSimpleFileSpecification;
import org.apache.pdfbox.cos.COSString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of all kinds, good ones and hostile ones, made by code. */
public final class Specimens {

    private Specimens() {}

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A PDF file with a page for each text; lines of a page are divided by line ends. */
    public static byte[] pdf(String... pages) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                for (String page : pages) {
                    write(document, page);
                }
                document.save(out);
            }
        });
    }

    private static void write(PDDocument document, String words) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        if (words.isEmpty()) {
            return;
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
            content.setLeading(24);
            content.newLineAtOffset(60, 700);
            for (String line : words.split("\n")) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    static byte[] pdfOfManyPages(int pages) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                for (int i = 0; i < pages; i++) {
                    document.addPage(new PDPage());
                }
                write(document, "The last page.");
                document.save(out);
            }
        });
    }

    /** Runs a script and starts a program when it is opened by a reader that does so. */
    static byte[] pdfThatActs() {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                write(document, "Harmless words.");
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('active')"));
                PDActionLaunch launch = new PDActionLaunch();
                launch.setFile(new PDSimpleFileSpecification(new COSString("/bin/touch")));
                document.getDocumentCatalog().getCOSObject().setItem("AA", launch.getCOSObject());
                document.save(out);
            }
        });
    }

    static byte[] lockedPdf() {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                write(document, "Nobody reads this.");
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                document.save(out);
            }
        });
    }

    /** Its page tree goes round in a circle, and says that it has two thousand million pages. */
    static byte[] pdfWithoutEnd() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2000000000>>endobj\n"
                + "3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\n"
                + "trailer<</Root 1 0 R/Size 4>>\n%%EOF").getBytes(ISO_8859_1);
    }

    /** Says that it has two thousand million objects. */
    static byte[] pdfWithHugeTable() {
        String body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n";
        return (body + "xref\n0 2000000000\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 2000000000>>\nstartxref\n"
                + body.length() + "\n%%EOF").getBytes(ISO_8859_1);
    }

    /** One page that is a picture of 30,000 by 30,000 points, packed to hardly anything. */
    static byte[] pdfWithHugePicture() {
        int side = 30_000;
        byte[] packed = deflated(new byte[1 << 20], 600);
        return bytes(out -> {
            out.write(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>>>endobj\n"
                    + "5 0 obj<</Length 26>>stream\nq 600 0 0 600 0 0 cm /I Do Q\nendstream endobj\n"
                    + "4 0 obj<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                    + "/ColorSpace/DeviceRGB/BitsPerComponent 16/Filter/FlateDecode/Length " + packed.length
                    + ">>stream\n").getBytes(ISO_8859_1));
            out.write(packed);
            out.write("\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF".getBytes(ISO_8859_1));
        });
    }

    private static byte[] deflated(byte[] piece, int times) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        for (int i = 0; i < times; i++) {
            deflater.setInput(piece);
            while (!deflater.needsInput()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
    }

    /** A picture with a colour that goes from red, at its top left, to blue. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return bytes(out -> {
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("no writer of " + format);
            }
        });
    }

    /** A picture taken with the phone held upright, that lies on its side in the file. */
    static byte[] pictureOfAPhone(int width, int height) {
        byte[] jpeg = picture("jpeg", width, height);
        return bytes(out -> {
            out.write(jpeg, 0, 2);
            DataOutputStream exif = new DataOutputStream(out);
            exif.writeShort(0xffe1);
            exif.writeShort(2 + 6 + 8 + 2 + 12 + 4);
            exif.write("Exif\0\0MM\0*".getBytes(ISO_8859_1));
            exif.writeInt(8);
            exif.writeShort(1);
            exif.writeShort(0x112);
            exif.writeShort(3);
            exif.writeInt(1);
            exif.writeShort(6);
            exif.writeShort(0);
            exif.writeInt(0);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** One point in WebP. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");
    }

    /** A PNG of a few hundred bytes that says it has 2,500 million points. */
    static byte[] pngBomb() {
        return bytes(out -> {
            out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            byte[] head = bytes(header -> {
                DataOutputStream data = new DataOutputStream(header);
                data.writeInt(50_000);
                data.writeInt(50_000);
                data.write(new byte[]{8, 2, 0, 0, 0});
            });
            chunk(out, "IHDR", head);
            chunk(out, "IDAT", deflated(new byte[100], 1));
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        byte[] named = bytes(all -> {
            all.write(name.getBytes(ISO_8859_1));
            all.write(content);
        });
        CRC32 sum = new CRC32();
        sum.update(named);
        data.writeInt(content.length);
        data.write(named);
        data.writeInt((int) sum.getValue());
    }

    /** A tone, in WAV. */
    public static byte[] sound(int seconds) {
        int rate = 8_000;
        byte[] samples = new byte[2 * rate * seconds];
        for (int i = 0; i < samples.length; i += 2) {
            short sample = (short) (Math.sin(i * Math.PI * 440 / rate) * 12_000);
            samples[i] = (byte) sample;
            samples[i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        return bytes(out -> AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                AudioFileFormat.Type.WAVE, out));
    }

    static byte[] sheet(boolean old) {
        return bytes(out -> {
            try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
                Row row = book.createSheet("Nights").createRow(0);
                row.createCell(0).setCellValue("Boats");
                row.createCell(1).setCellValue(11);
                book.write(out);
            }
        });
    }

    static byte[] slides(boolean old) {
        return bytes(out -> {
            try (SlideShow<?, ?> show = old ? new HSLFSlideShow() : new XMLSlideShow()) {
                for (String words : new String[]{"The first slide", "Eleven boats came"}) {
                    show.createSlide().createTextBox().setText(words);
                }
                show.write(out);
            }
        });
    }

    static byte[] openDocument() {
        return zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8), "content.xml",
                ("<?xml version='1.0'?><o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                        + "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:text><t:h>The log</t:h>"
                        + "<t:p>Eleven<t:s/>boats came.</t:p></o:text></o:body></o:document-content>")
                        .getBytes(UTF_8)));
    }

    /** A Word document whose text unpacks to 600 MB. */
    static byte[] wordBomb() {
        return bytes(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' "
                            + "ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' "
                            + "ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
                            .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
                            + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/>"
                            + "</Relationships>").getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>")
                            .getBytes(UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 600; i++) {
                zip.write(spaces);
            }
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
            zip.finish();
        });
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            // An OpenDocument says first what it is, unpacked.
            for (String name : entries.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
                ZipEntry entry = new ZipEntry(name);
                if (name.equals("mimetype")) {
                    CRC32 sum = new CRC32();
                    sum.update(entries.get(name));
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(entries.get(name).length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(entries.get(name));
            }
            zip.finish();
        });
    }

    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
