package org.claimdesk.text.format;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.claimdesk.text.UnusableText;

/**
 * A Word document as the package of parts that it is (ECMA-376, part 2). Only parts that are asked for are unpacked, each
 * up to a limit, so that a small file never grows without bound. Nothing outside the package is ever opened.
 */
final class WordPackage implements Closeable {

    static final String STYLES = "styles";
    static final String FOOTNOTES = "footnotes";
    static final String ENDNOTES = "endnotes";
    /** A part of text unpacked: a story of 500,000 characters with all of Word's markup stays under it. */
    private static final long LARGEST_TEXT = 60L << 20;
    /** The lists of the package, which are read as a whole. */
    private static final long LARGEST_LIST = 1L << 20;
    /** All lists of the package together: each is kept in memory while it is open. */
    private static final long LARGEST_LISTS = 8L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final String SAVE = "Save it as a Word document (.docx), or copy its text and paste it.";
    private static final byte[] PASSWORD = utf16("EncryptedPackage");

    private final OPCPackage parts;
    private final PackagePart document;
    private final Patience patience;

    private WordPackage(OPCPackage parts, PackagePart document, Patience patience) {
        this.parts = parts;
        this.document = document;
        this.patience = patience;
    }

    /** @throws UnusableText where it is no Word document, has macros or a password, is damaged, or grows without bound */
    static WordPackage open(byte[] bytes, Patience patience) {
        refuseOthers(bytes);
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
            refuseMacros(zip);
            OPCPackage parts = OPCPackage.open(new Bounded(zip, patience));
            return new WordPackage(parts, document(parts), patience);
        } catch (IOException | InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException damaged) {
            throw damaged(damaged);
        }
    }

    InputStream text() throws IOException {
        return patience.over(document.getInputStream());
    }

    /** A part beside the text, or null where there is none. */
    InputStream beside(String name) throws IOException {
        try {
            for (PackageRelationship relation : document.getRelationships()) {
                if (relation.getRelationshipType().endsWith("/" + name)
                        && relation.getTargetMode() == TargetMode.INTERNAL) {
                    return patience.over(document.getRelatedPart(relation).getInputStream());
                }
            }
            return null;
        } catch (InvalidFormatException | IllegalArgumentException damaged) {
            throw damaged(damaged);
        }
    }

    @Override
    public void close() {
        parts.revert();
    }

    static UnusableText damaged(Exception why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableText unusable) {
                return unusable;
            }
        }
        return new UnusableText(
                "The Word document is damaged and cannot be read. Open it in Word, save it again and try again.");
    }

    private static void refuseOthers(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnusableText("The file is empty.");
        }
        if (Encodings.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnusableText(holds(bytes, PASSWORD)
                    ? "The Word document is protected by a password. Save it without one and try again."
                    : "This is a Word document in the old form (.doc). " + SAVE);
        }
        if (!Encodings.starts(bytes, 'P', 'K')) {
            throw new UnusableText("This is no Word document. " + SAVE);
        }
    }

    private static void refuseMacros(ZipFile zip) {
        int count = 0;
        boolean contents = false;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
            if (++count > MOST_PARTS) {
                throw new UnusableText(
                        "The Word document has more than %,d parts, which no story has.".formatted(MOST_PARTS));
            }
            if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml")) {
                throw macros();
            }
            contents |= name.equals("[content_types].xml");
        }
        if (!contents) {
            throw new UnusableText("This is an archive (.zip) and no Word document. " + SAVE);
        }
    }

    private static UnusableText macros() {
        return new UnusableText("The Word document has macros in it. Save it without them, as .docx, and try again.");
    }

    private static PackagePart document(OPCPackage parts) throws InvalidFormatException {
        for (String type : new String[]{PackageRelationshipTypes.CORE_DOCUMENT,
                PackageRelationshipTypes.STRICT_CORE_DOCUMENT}) {
            for (PackageRelationship relation : parts.getRelationshipsByType(type)) {
                PackagePart part = relation.getTargetMode() == TargetMode.INTERNAL ? parts.getPart(relation) : null;
                if (part != null) {
                    String content = part.getContentType();
                    if (content.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                        throw macros();
                    }
                    if (!content.contains("wordprocessingml")) {
                        throw new UnusableText("This is a spreadsheet or a presentation and no Word document. " + SAVE);
                    }
                    return part;
                }
            }
        }
        throw new InvalidFormatException("no document in the package");
    }

    private static boolean holds(byte[] bytes, byte[] words) {
        for (int i = 0; i + words.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + words.length, words, 0, words.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] utf16(String words) {
        return words.getBytes(StandardCharsets.UTF_16LE);
    }

    /** Gives every part out up to a limit. */
    private static final class Bounded extends ZipFileZipEntrySource {
        private final Patience patience;
        private long lists;

        Bounded(ZipFile zip, Patience patience) {
            super(zip);
            this.patience = patience;
        }

        @Override
        public Enumeration<? extends ZipArchiveEntry> getEntries() {
            patience.check();
            return super.getEntries();
        }

        @Override
        public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
            InputStream unpacked = super.getInputStream(entry);
            if (unpacked == null) {
                return new ByteArrayInputStream(new byte[0]);
            }
            patience.check();
            boolean text = entry.getName().toLowerCase(Locale.ROOT).matches("/?word/[^/]+\\.xml");
            return limited(unpacked, text ? LARGEST_TEXT : LARGEST_LIST, !text);
        }

        private InputStream limited(InputStream unpacked, long most, boolean list) {
            return new FilterInputStream(unpacked) {
                private long left = most;

                @Override
                public int read() throws IOException {
                    int read = super.read();
                    counted(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] to, int offset, int length) throws IOException {
                    int read = super.read(to, offset, length);
                    counted(read);
                    return read;
                }

                private void counted(int read) {
                    left -= Math.max(0, read);
                    lists += list ? Math.max(0, read) : 0;
                    patience.check();
                    if (left < 0 || lists > LARGEST_LISTS) {
                        throw new UnusableText(
                                "The Word document grows to more than %,d MB when it is unpacked, which no story does."
                                        .formatted((left < 0 ? most : LARGEST_LISTS) >> 20));
                    }
                }
            };
        }
    }
}
