package org.claimdesk.evidence.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the text of OpenDocument files (ISO/IEC 26300): a line for each paragraph, heading and row of a table. */
final class OpenDocument {

    private static final Set<String> LINES = Set.of("p", "h", "table-row");
    private static final long MOST = 50L << 20;

    private OpenDocument() {}

    static Findings read(Path file, String type, String unshown) throws IOException, Unseen {
        Paged text = new Paged();
        boolean slides = type.endsWith("presentation");
        int pages;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry content = zip.getEntry("content.xml");
            if (content == null) {
                throw new Unseen("It is damaged: there is no text part in it.");
            }
            try (InputStream in = new Bounded(zip.getInputStream(content), MOST)) {
                pages = read(in, text, slides);
            }
        } catch (XMLStreamException damaged) {
            throw new Unseen("It is damaged, or unpacks to far more than a document has.");
        }
        return text.findings(type, null, unshown, slides ? pages : null);
    }

    private static int read(InputStream in, Paged text, boolean slides) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder words = new StringBuilder();
        boolean inBody = false;
        int pages = 0;
        while (xml.hasNext() && words.length() <= Paged.MOST * 2 && !text.full()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inBody |= xml.getLocalName().equals("body");
                    switch (xml.getLocalName()) {
                        case "s", "tab", "table-cell" -> words.append(' ');
                        case "line-break" -> words.append('\n');
                        default -> {
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS -> words.append(inBody ? xml.getText() : "");
                case XMLStreamConstants.END_ELEMENT -> {
                    if (LINES.contains(xml.getLocalName())) {
                        words.append('\n');
                    } else if (slides && xml.getLocalName().equals("page")) {
                        text.page(words.toString());
                        words.setLength(0);
                        pages++;
                    }
                }
                default -> {
                }
            }
        }
        text.more(words.toString());
        return Math.max(1, pages);
    }
}
