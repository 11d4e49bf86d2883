package org.claimdesk.evidence.preview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A document as Word 97 wrote them (MS-DOC), with as little as a reader needs: POI reads such files and makes none. Its
 * paragraphs are one piece of text in Windows-1252.
 */
final class OldWord {

    private static final int PAGE = 512;
    private static final int TEXT_AT = 0x600;
    /** Where the file information block names the parts of the table stream: place and length of each. */
    private static final int PARTS = 154;
    private static final int STYLES = 1;
    private static final int SECTIONS = 6;
    private static final int CHARACTERS = 12;
    private static final int PARAGRAPHS = 13;
    private static final int FONTS = 15;
    private static final int PROPERTIES = 31;
    private static final int PIECES = 33;

    private OldWord() {}

    static byte[] document(String... paragraphs) throws IOException {
        byte[] text = (String.join("\r", paragraphs) + "\r").getBytes(Charset.forName("windows-1252"));
        int end = TEXT_AT + text.length;
        int paragraphPage = (end + PAGE - 1) / PAGE;
        ByteBuffer main = little((paragraphPage + 2) * PAGE);
        main.put(TEXT_AT, text);
        for (int page = paragraphPage; page < paragraphPage + 2; page++) {
            main.putInt(page * PAGE, TEXT_AT).putInt(page * PAGE + 4, end).put((page + 1) * PAGE - 1, (byte) 1);
        }
        // Word 97, in English, its tables in the stream 1Table.
        main.putShort(0, (short) 0xa5ec).putShort(2, (short) 0xc1).putShort(6, (short) 0x409);
        main.putShort(10, (short) 0x200).putShort(12, (short) 0xbf);
        main.putInt(24, TEXT_AT).putInt(28, end);
        main.putShort(32, (short) 14).putShort(62, (short) 22).putShort(152, (short) 93);
        main.putInt(64, main.capacity()).putInt(76, text.length);

        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        part(main, tables, PIECES, little(21).put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(text.length)
                .putShort((short) 0)
                .putInt(TEXT_AT * 2 | 0x40000000)
                .putShort((short) 0));
        part(main, tables, CHARACTERS, little(12).putInt(TEXT_AT).putInt(end).putInt(paragraphPage + 1));
        part(main, tables, PARAGRAPHS, little(12).putInt(TEXT_AT).putInt(end).putInt(paragraphPage));
        part(main, tables, SECTIONS, little(20).putInt(0)
                .putInt(text.length)
                .putShort((short) 0)
                .putInt(-1)
                .putShort((short) 0)
                .putInt(-1));
        part(main, tables, STYLES, little(20).putShort((short) 18)
                .putShort((short) 0)
                .putShort((short) 10)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 15));
        part(main, tables, FONTS, little(4));
        part(main, tables, PROPERTIES, little(544));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new ByteArrayInputStream(main.array()), "WordDocument");
            // A stream of a page of the file system or more lies in pages of its own.
            file.createDocument(new ByteArrayInputStream(Arrays.copyOf(tables.toByteArray(), 8 * PAGE)), "1Table");
            file.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static void part(ByteBuffer main, ByteArrayOutputStream tables, int part, ByteBuffer content) {
        main.putInt(PARTS + 8 * part, tables.size()).putInt(PARTS + 8 * part + 4, content.capacity());
        tables.writeBytes(content.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
