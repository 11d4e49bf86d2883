package org.claimdesk.text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word documents made part by part, good ones and bad ones. */
public final class WordFiles {

    static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private WordFiles() {}

    /** A document with these paragraphs, each as {@link #p} makes it. */
    public static byte[] document(String... paragraphs) {
        return zip(parts(String.join("", paragraphs)));
    }

    /** A paragraph in one of the styles of {@link #parts}, such as Title or heading 1; empty for none. */
    public static String p(String style, String... runs) {
        String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"id-" + style + "\"/></w:pPr>";
        return "<w:p>" + properties + String.join("", runs) + "</w:p>";
    }

    public static String r(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    /** The parts of a document, by name; the body is what stands in w:body. */
    static Map<String, String> parts(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types(MAIN));
        parts.put("_rels/.rels", relations("officeDocument", "word/document.xml",
                "<Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                        + " Target=\"docProps/core.xml\"/>"));
        parts.put("docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Ann</dc:creator></cp:coreProperties>");
        parts.put("word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document" + NAMESPACES + "><w:body>"
                        + body + "</w:body></w:document>");
        parts.put("word/_rels/document.xml.rels", relations("styles", "styles.xml", ""));
        StringBuilder styles = new StringBuilder("<w:styles" + NAMESPACES + ">");
        for (String name : new String[]{"Title", "Subtitle", "heading 1", "Quote", "caption", "List Bullet", "Byline",
                "Date"}) {
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"id-%s\"><w:name w:val=\"%s\"/></w:style>"
                    .formatted(name, name));
        }
        styles.append("<w:style w:type=\"paragraph\" w:styleId=\"id-own\"><w:name w:val=\"Zitat der Redaktion\"/>"
                + "<w:basedOn w:val=\"id-Quote\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"id-secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"id-loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"id-loop\"/></w:style>");
        parts.put("word/styles.xml", styles + "</w:styles>");
        return parts;
    }

    static String types(String main) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                + "<Override PartName=\"/docProps/core.xml\""
                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>";
    }

    static String relations(String type, String target, String more) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relation("r1", type, target) + more + "</Relationships>";
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    static String notes(String words) {
        return "<w:footnotes" + NAMESPACES + "><w:footnote w:type=\"separator\" w:id=\"0\">" + p("", r("---"))
                + "</w:footnote><w:footnote w:id=\"1\">" + p("", r(words)) + "</w:footnote></w:footnotes>";
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
