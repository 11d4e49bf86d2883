package org.claimdesk.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimdesk.text.format.PlainTextTest.blocks;
import static org.claimdesk.text.format.WordFiles.document;
import static org.claimdesk.text.format.WordFiles.p;
import static org.claimdesk.text.format.WordFiles.r;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.UnusableText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DocxTest {

    @Test
    void aStoryIsReadInBlocksByItsStyles() {
        byte[] story = document(p("Title", r("Boats "), r("at night")), p("Subtitle", r("Fewer come.")),
                p("", r("By Ann Reed")), p("Date", r("May 3, 2026")), p(""), p("", r("Eleven boats came.")),
                p("heading 1", r("What the office says")), p("Quote", r("“The gate is open.”")),
                p("own", r("“So it is.”")), p("List Bullet", r("one")),
                "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>" + r("two") + "</w:p>",
                "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" + r("Not listed.") + "</w:p>",
                p("caption", r("The gate.")), p("loop", r("Loop.")), p("unknown", r("U.")));

        assertThat(blocks(Docx.read(story))).containsExactly(tuple(Kind.HEADLINE, "Boats at night"),
                tuple(Kind.DEK, "Fewer come."), tuple(Kind.BYLINE, "By Ann Reed"), tuple(Kind.DATE, "May 3, 2026"),
                tuple(Kind.PARAGRAPH, "Eleven boats came."), tuple(Kind.SUBHEAD, "What the office says"),
                tuple(Kind.QUOTATION, "“The gate is open.”"), tuple(Kind.QUOTATION, "“So it is.”"),
                tuple(Kind.LIST_ITEM, "one"), tuple(Kind.LIST_ITEM, "two"), tuple(Kind.PARAGRAPH, "Not listed."),
                tuple(Kind.CAPTION, "The gate."), tuple(Kind.PARAGRAPH, "Loop."), tuple(Kind.PARAGRAPH, "U."));
    }

    @Test
    void withoutATitleTheFirstWordsAreTheHeadline() {
        assertThat(blocks(Docx.read(document(p(""), p("", r(" ")), p("", r("Boats")), p("", r("Eleven."))))))
                .containsExactly(tuple(Kind.HEADLINE, "Boats"), tuple(Kind.PARAGRAPH, "Eleven."));
    }

    @Test
    void whatWasInsertedStaysAndWhatWasDeletedGoes() {
        assertThat(read(p("", r("H")),
                p("", r("Eleven "), "<w:ins>" + r("blue ") + "</w:ins>",
                        "<w:del><w:r><w:delText>red </w:delText></w:r></w:del>",
                        "<w:moveFrom>" + r("old ") + "</w:moveFrom>", "<w:moveTo>" + r("new ") + "</w:moveTo>",
                        r("boats.")),
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("One ") + "</w:p>", p("", r("sentence.")),
                "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"id-Quote\"/></w:pPr></w:pPrChange></w:pPr>"
                        + r("Plain.") + "</w:p>"))
                .isEqualTo("H\nEleven blue new boats.\nOne sentence.\nPlain.");
    }

    @Test
    void hiddenAndStruckTextGoes() {
        assertThat(read(p("", r("H")),
                p("", r("Seen"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>",
                        "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>, too</w:t></w:r>",
                        "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"),
                p("secret", r("Not this.")))).isEqualTo("H\nSeen, too");
    }

    @Test
    void textBoxesAreCaptionsAndAreReadOnce() {
        String box = "<w:txbxContent>" + p("", r("In the box.")) + "</w:txbxContent>";

        assertThat(blocks(Docx.read(document(p("", r("H")),
                p("", r("Before"), "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                        + "</mc:Fallback></mc:AlternateContent></w:r>", r(" after."))))))
                .containsExactly(tuple(Kind.HEADLINE, "H"), tuple(Kind.PARAGRAPH, "Before after."),
                        tuple(Kind.CAPTION, "In the box."));
    }

    @Test
    void aRowOfATableIsOnePartAndALayoutIsItsParagraphs() {
        assertThat(read(p("", r("H")),
                "<w:tbl><w:tr><w:tc>" + p("", r("2025")) + "</w:tc><w:tc>" + p("", r("11"))
                        + "</w:tc></w:tr><w:tr><w:tc>"
                        + p("", r("Long.")) + p("", r("Longer.")) + "</w:tc><w:tc>" + p("", r("Side."))
                        + "</w:tc></w:tr></w:tbl>"))
                .isEqualTo("H\n2025 | 11\nLong.\nLonger.\nSide.");
    }

    @Test
    void fieldsBreaksAndControlsAreTheirText() {
        assertThat(read(p("", r("H")),
                p("", "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r>", r("Page 3"),
                        "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t></w:r>",
                        "<w:hyperlink>" + r(" link") + "</w:hyperlink>",
                        "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr>"
                                + "<w:sdtContent>" + r(" control") + "</w:sdtContent></w:sdt>")))
                .isEqualTo("H\nPage 3 tab line link control");
    }

    @Test
    void footnotesFollowAtTheEnd() {
        Map<String, String> parts = WordFiles
                .parts(p("", r("H")) + p("", r("Eleven."), "<w:r><w:footnoteReference/></w:r>"));
        parts.put("word/_rels/document.xml.rels", WordFiles.relations("styles", "styles.xml",
                WordFiles.relation("r2", "footnotes", "footnotes.xml")));
        parts.put("word/footnotes.xml", WordFiles.notes("From the log."));

        assertThat(Docx.read(WordFiles.zip(parts)).text()).isEqualTo("H\nEleven.\nFrom the log.");
    }

    @Test
    void documentsWithMacrosAreRefused() {
        Map<String, String> parts = WordFiles.parts(p("", r("H")));
        parts.put("word/vbaProject.bin", "x");
        refused(WordFiles.zip(parts), "macros");

        Map<String, String> named = WordFiles.parts(p("", r("H")));
        named.put("[Content_Types].xml",
                WordFiles.types("application/vnd.ms-word.document.macroEnabled.main+xml"));
        refused(WordFiles.zip(named), "macros");
    }

    @Test
    void whatIsNoWordDocumentIsCalledWhatItIs() {
        refused(new byte[0], "empty");
        refused("Boats at night".getBytes(StandardCharsets.UTF_8), "no Word document");
        refused(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "(.doc)");
        refused(("\u00D0\u00CF\u0011\u00E0" + "EncryptedPackage".replaceAll("", "\0").substring(1))
                .getBytes(StandardCharsets.ISO_8859_1), "password");
        refused(WordFiles.zip(Map.of("a.txt", "a")), "archive");
        Map<String, String> sheet = WordFiles.parts(p("", r("H")));
        sheet.put("[Content_Types].xml", WordFiles
                .types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        refused(WordFiles.zip(sheet), "spreadsheet");
        refused(document(p("")), "There is no text in it.");
    }

    @Test
    void aDamagedDocumentIsRefused() {
        byte[] good = document(p("Title", r("Boats at night")), p("", r("Eleven boats came.")));

        refused(Arrays.copyOf(good, good.length / 2), "damaged");
        refused(WordFiles.zip(Map.of("[Content_Types].xml", "no xml")), "damaged");
        Map<String, String> cut = WordFiles.parts("");
        cut.put("word/document.xml", "<w:document><w:p>");
        refused(WordFiles.zip(cut), "damaged");
        Map<String, String> none = WordFiles.parts("");
        none.remove("word/document.xml");
        refused(WordFiles.zip(none), "damaged");
        Map<String, String> outside = WordFiles.parts("");
        outside.put("_rels/.rels", outside.get("_rels/.rels")
                .replace("Target=\"word/document.xml\"",
                        "Target=\"http://127.0.0.1:1/x\" TargetMode=\"External\""));
        refused(WordFiles.zip(outside), "damaged");
    }

    @Test
    void entitiesAreNotTaken() {
        for (String type : new String[]{"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x\">",
                "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;\">]>"}) {
            Map<String, String> parts = WordFiles.parts(p("", r("H")) + p("", r("&x;&y;")));
            parts.computeIfPresent("word/document.xml", (name, xml) -> xml.replaceFirst("\\?>", "?>" + type));
            refused(WordFiles.zip(parts), "damaged");
        }
    }

    @Test
    void aBombIsRefusedSoon() {
        Map<String, String> parts = WordFiles.parts(p("", r("H")));
        parts.put("word/styles.xml", " ".repeat(100 << 20));
        byte[] small = WordFiles.zip(parts);

        assertThat(small.length).isLessThan(300_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> refused(small, "60 MB"));
        Map<String, String> list = WordFiles.parts(p("", r("H")));
        list.put("_rels/.rels", " ".repeat(5 << 20));
        refused(WordFiles.zip(list), "damaged");
    }

    @Test
    void wordsWithoutEndAreRefused() {
        refused(document(p("", r("H")), p("", r("boats ".repeat(1_000_000)))), "more than 5,000,000 characters");
    }

    @Test
    void picturesOfAnySizeAreNotUnpacked() {
        Map<String, String> parts = WordFiles.parts(p("", r("H")) + p("", r("Eleven.")));
        parts.put("word/media/picture.xml", " ".repeat(100 << 20));

        assertThat(Docx.read(WordFiles.zip(parts)).text()).isEqualTo("H\nEleven.");
    }

    @Test
    void deepNestingIsReadOrRefusedButSoon() {
        String deep = "<w:sdt><w:sdtContent>".repeat(100_000) + r("deep") + "</w:sdtContent></w:sdt>".repeat(100_000);

        Assertions.assertTimeout(Duration.ofSeconds(10),
                () -> assertThat(read(p("", r("H")), p("", deep))).isEqualTo("H\ndeep"));
    }

    private static String read(String... paragraphs) {
        return Docx.read(document(paragraphs)).text();
    }

    private static void refused(byte[] file, String because) {
        assertThatThrownBy(() -> Docx.read(file)).isInstanceOf(UnusableText.class).hasMessageContaining(because);
    }
}
