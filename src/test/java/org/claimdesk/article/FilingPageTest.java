package org.claimdesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.claimdesk.fetch.HostileServer;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.text.format.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NewsroomTest
class FilingPageTest {

    private static final String FORM = "/articles/new";
    private static final String PAGE = """
            <!doctype html><html><head><meta charset=utf-8><title>Prés | The Harbor</title></head><body>
            <nav><a href=/>News</a></nav><div class=cookie-banner><p>We use cookies, and you can accept them.</p></div>
            <article><h1>Prés de la mer</h1><p class=byline>By Ann Reed</p><time>May 3, 2026</time>
            <p>Eleven boats came.</p><div class=ad>Shoes</div><figure><figcaption>A boat.</figcaption></figure></article>
            <footer>The Harbor</footer><script>alert(1)</script></body></html>
            """;
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
    void aPastedPageIsReadAsHtmlWhereItIsCalledSo() {
        Seen galley = file(Map.of("format", "HTML", "text",
                "<nav>Menu</nav><h1>Boats</h1><p>Eleven <b>boats</b>.</p><script>alert(1)</script>"));

        assertThat(galley.page().select("h1").text()).isEqualTo("Boats");
        assertThat(galley.page().select("p.par").eachText()).containsExactly("Eleven boats.");
    }

    @Test
    void aSavedPageIsReadWithoutWhatStandsAround() {
        Seen galley = upload("story.html", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThat(galley.page().select("h1").text()).isEqualTo("Prés de la mer");
        assertThat(galley.page().select("main .text:not(section)").eachText()).containsExactly("Prés de la mer",
                "By Ann Reed",
                "May 3, 2026", "Eleven boats came.", "A boat.");
        assertThat(galley.page().select("p.cap").text()).isEqualTo("A boat.");
        assertThat(galley.page().select("p.dat").text()).isEqualTo("May 3, 2026");
    }

    @Test
    void aWordDocumentIsReadByItsStyles() {
        Seen galley = upload("story.docx", WordFiles.document(WordFiles.p("Title", WordFiles.r("Boats")),
                WordFiles.p("", WordFiles.r("Eleven boats.")), WordFiles.p("Quote", WordFiles.r("Nobody counts."))));

        assertThat(galley.page().select("h1").text()).isEqualTo("Boats");
        assertThat(galley.page().select("p.quo").text()).isEqualTo("Nobody counts.");
    }

    @Test
    void anAddressIsFetchedAndSetAsTheAddressOfTheArticle() {
        NewsroomServers.site().page("/story", PAGE).redirect("/old", "/story");

        Seen galley = file(Map.of("from", NewsroomServers.site().address("/old")));

        assertThat(galley.page().select("h1").text()).isEqualTo("Prés de la mer");
        assertThat(galley.page().select(".slug a[rel]").attr("href"))
                .isEqualTo(NewsroomServers.site().address("/story"));
    }

    @ParameterizedTest
    @CsvSource({"http://169.254.169.254/latest/meta-data/,not on the public web", "http://localhost:5432/,Port 5432",
            "ftp://example.org/,http://", "SITE/none,There is no page", "SITE/pdf,a PDF", "SITE/loop,circle",
            "SITE/picture,a picture", "SITE/json,of the type application/json", "SITE/empty,no text"})
    void whatCannotBeFetchedIsSaidAndTheFormIsKept(String address, String words) {
        HostileServer site = NewsroomServers.site()
                .redirect("/loop", "/loop")
                .on("/pdf", "200 OK\r\nContent-Type: text/html", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8))
                .on("/picture", "200 OK\r\nContent-Type: image/png",
                        new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .on("/json", "200 OK\r\nContent-Type: application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .page("/empty", "<nav>Menu</nav>");
        String from = address.replace("SITE", "http://" + site.site());

        Seen refused = file(Map.of("from", from));

        assertThat(refused.status()).as(refused.page().text()).isEqualTo(400);
        assertThat(refused.trouble()).contains(words);
        assertThat(refused.form(FORM).selectFirst("[name=from]").val()).isEqualTo(from);
        assertThat(refused.form(FORM).selectFirst("[name=from]").hasAttr("aria-invalid")).isTrue();
    }

    @Test
    void twoWaysAtOnceAreNotGuessed() {
        Seen refused = file(Map.of("text", TEXT, "from", "https://example.org/", "format", "MARKDOWN"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("a text and an address");
        assertThat(refused.form(FORM).selectFirst("[name=format] [selected]").val()).isEqualTo("MARKDOWN");
        assertThat(upload(Map.of("text", TEXT), "story.md", "# B".getBytes(StandardCharsets.UTF_8)).trouble())
                .contains("a text and a file");
    }

    @Test
    void wrongFilesAreCalledWhatTheyAre() {
        assertThat(upload("story.docx", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)).trouble()).contains("a PDF");
        assertThat(upload("story.txt", WordFiles.document(WordFiles.p("", WordFiles.r("B")))).trouble())
                .contains("office program");
        assertThat(upload("story.docx", new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1,
                (byte) 0xB1, 0x1A, (byte) 0xE1}).trouble()).contains("(.doc)");
        assertThat(upload("story.html", new byte[0]).trouble()).contains("empty");
        assertThat(upload("story.html", new byte[100 << 20]).trouble()).contains("100 MB; at most 10 MB");
    }

    @Test
    void theOriginalIsKeptAndGivenOutOnlyToBeSaved() {
        byte[] content = PAGE.getBytes(StandardCharsets.UTF_8);
        String path = upload("Prés.html", content).page().selectFirst("a[href$=/original]").attr("href");

        HttpResponse<String> original = Visitor.signedIn("edith").get(path).response();

        assertThat(original.body()).isEqualTo(PAGE);
        assertThat(original.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''Pr%C3%A9s.html");
        assertThat(original.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(original.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(Visitor.signedIn("stella").get(path).status()).isEqualTo(200);
        assertThat(Visitor.signedIn("rafael").get(path).status()).isEqualTo(403);
        assertThat(Visitor.signedIn("rafael")
                .get(path.replaceFirst("/revisions.*", ""))
                .page()
                .select("a[href$=/original]"))
                .isEmpty();
        assertThat(Visitor.signedIn("edith").get(path.replace("/1/original", "/2/original")).status()).isEqualTo(404);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedInWords() {
        Seen refused = upload("story.txt", "Près de la mer\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("not in UTF-8");
        assertThat(refused.form(FORM).selectFirst("[name=slug]").val()).isEqualTo("KEPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story.odt", "story.pdf", "story", "story.txt.exe"})
    void otherFilesAreRefusedInWords(String name) {
        assertThat(upload(name, "Boats\nEleven.".getBytes(StandardCharsets.UTF_8)).trouble())
                .contains("Only .txt, .md, .html and .docx");
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
