package org.claimdesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NewsroomTest
class FilingPageTest {

    private static final String FORM = "/articles/new";
    private static final String TEXT = "Boats at night\nBy Ann Reed\nEleven boats came.\nNobody counted them.";

    @Test
    void aPastedTextIsSetAsAnArticle() {
        Seen galley = file(Map.of("text", TEXT));

        assertThat(galley.status()).isEqualTo(200);
        assertThat(galley.page().select("h1").text()).isEqualTo("Boats at night");
        assertThat(galley.page().select("p.byl").text()).isEqualTo("By Ann Reed");
        assertThat(galley.page().select("p.par").eachText()).containsExactly("Eleven boats came.",
                "Nobody counted them.");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,story.txt", "UTF-16,story.txt", "UTF-16LE,story.txt"})
    void aTextFileIsTakenInUnicode(String charset, String name) {
        byte[] content = ((charset.endsWith("LE") ? "\uFEFF" : "") + "Prés de la mer\n🕊 עברית e\u0301\n")
                .getBytes(Charset.forName(charset));

        Seen galley = upload(name, content);

        assertThat(galley.page().select("h1").text()).isEqualTo("Prés de la mer");
        assertThat(galley.page().select("p.par").text()).isEqualTo("🕊 עברית é");
    }

    @Test
    void markdownIsReadAsBlocks() {
        Seen galley = upload("story.md",
                "# Boats\n\nEleven *boats*.\n\n> Nobody counts.\n\n- one\n- two\n\n<script>alert(1)</script>\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(galley.page().select("h1").text()).isEqualTo("Boats");
        assertThat(galley.page().select(".quo").text()).isEqualTo("Nobody counts.");
        assertThat(galley.page().select(".item").eachText()).containsExactly("one", "two");
        assertThat(galley.page().select("script:not([src])")).isEmpty();
    }

    @Test
    void aFileInAnotherEncodingIsRefusedInWords() {
        Seen refused = upload("story.txt", "Près de la mer\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("not in UTF-8");
        assertThat(refused.form(FORM).selectFirst("[name=slug]").val()).isEqualTo("KEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story.docx", "story.html", "story", "story.txt.exe"})
    void otherFilesAreRefusedInWords(String name) {
        assertThat(upload(name, "Boats\nEleven.".getBytes(StandardCharsets.UTF_8)).trouble())
                .contains("Only .txt and .md");
    }

    @ParameterizedTest
    @CsvSource({"'',There is no text", "'   ',There is no text"})
    void emptyTextIsRefused(String text, String words) {
        Seen refused = file(Map.of("text", text));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains(words);
        assertThat(refused.form(FORM).selectFirst("[name=slug]").val()).isEqualTo("KEPT");
    }

    @Test
    void fiveMegabytesAreRefusedAndKept() {
        String text = "Boats at night\n" + "Eleven boats came ashore. ".repeat(200_000);

        Seen refused = file(Map.of("text", text));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("at most 500,000");
        assertThat(refused.form(FORM).selectFirst("[name=text]").wholeText().strip()).isEqualTo(text.strip());
    }

    @Test
    void aControlCharacterIsNamedWithItsLine() {
        Seen refused = file(Map.of("text", "Boats\nEleven \u0007 boats"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Line 2", "U+0007");
        assertThat(refused.form(FORM).selectFirst("[name=text]").wholeText()).contains("Eleven");
    }

    @ParameterizedTest
    @CsvSource({"deadline,soon,date and time", "deadline,'',deadline", "deadline,2126-01-01T00:00,ten years",
            "desk,/desks/none,desk", "address,javascript:alert(1),web address",
            "slug,KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT-KEPT,80",
            "authors,nobody,nobody"})
    void whatCannotBeIsNamedAndTheTextIsKept(String field, String value, String words) {
        Seen refused = file(Map.of("text", TEXT, field, value));

        assertThat(refused.status()).as(refused.page().text()).isEqualTo(400);
        assertThat(refused.trouble()).containsIgnoringCase(words);
        assertThat(refused.form(FORM).selectFirst("[name=text]").wholeText()).isEqualTo(TEXT);
    }

    @Test
    void onlyAnEditorFiles() {
        Visitor rafael = Visitor.signedIn("rafael");

        assertThat(rafael.get(FORM).status()).isEqualTo(403);
        assertThat(rafael.get("/articles").page().select("a[href=/articles/new]")).isEmpty();
    }

    @Test
    void sentTwiceItIsFiledOnce() {
        Visitor edith = Visitor.signedIn("edith");
        Seen form = edith.get(FORM);
        Map<String, String> typed = typed(Map.of("text", TEXT));

        Seen first = edith.upload(form, FORM, typed, "", new byte[0]);
        Seen second = edith.upload(form, FORM, typed, "", new byte[0]);

        assertThat(second.address()).isEqualTo(first.address());
    }

    private static Seen file(Map<String, String> values) {
        return upload(values, "", new byte[0]);
    }

    private static Seen upload(String name, byte[] content) {
        return upload(Map.of(), name, content);
    }

    private static Seen upload(Map<String, String> values, String name, byte[] content) {
        Visitor edith = Visitor.signedIn("edith");
        return edith.upload(edith.get(FORM), FORM, typed(values), name, content);
    }

    private static Map<String, String> typed(Map<String, String> values) {
        Map<String, String> typed = new HashMap<>(
                Map.of("desk", "/desks/immigration", "deadline", "2027-01-02T18:00", "slug", "KEPT"));
        typed.putAll(values);
        return typed;
    }
}
