package org.claimdesk.standards.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The list of corrections that readers have, where the newsroom has switched it on. */
@NewsroomTest
class PublicListTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Inject
    Story story;
    @Inject
    Afterwards afterwards;
    @Inject
    EntityManager database;

    private void switchedOn() {
        QuarkusMock.installMockForType(new PublicList(database, true, "The Harbor & Post"), PublicList.class);
    }

    @Test
    void itIsNotThereUnlessItIsSwitchedOn() {
        for (String path : List.of("/corrections", "/corrections.json", "/corrections.atom")) {
            assertThat(given().redirects().follow(false).get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void readersSeeWhatWasIssuedAndNothingElse() {
        long article = afterwards.published(1);
        afterwards.corrected(article, "It was <twelve> & not eleven.");
        story.revise(article, 1, story.text(article).replace("Story ", "Unpublished "));
        switchedOn();
        Visitor.Seen page = Visitor.stranger().get("/corrections");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("article").get(0).text()).contains("Correction", "Story ",
                "It was <twelve> & not eleven.");
        assertThat(page.page().select("article").get(0).select("a").attr("href")).startsWith("https://paper.example/");
        for (String path : List.of("/corrections", "/corrections.json", "/corrections.atom")) {
            String all = given().get(path).asString();
            assertThat(all).doesNotContain("Stella", "stella", "another year", "Unpublished", "viktor",
                    "Claimdesk</a>");
        }
        assertThat(page.page().select("form, header")).isEmpty();
    }

    @Test
    void itIsAValidJsonFeed() {
        afterwards.corrected(afterwards.published(1), "It was twelve.");
        switchedOn();
        Response feed = given().get("/corrections.json");
        assertThat(feed.contentType()).startsWith("application/feed+json");
        Map<String, Object> json = feed.jsonPath().getMap("");
        assertThat(json).containsEntry("version", "https://jsonfeed.org/version/1.1")
                .containsEntry("title", "Corrections · The Harbor & Post");
        assertThat(URI.create((String) json.get("feed_url")).isAbsolute()).isTrue();
        List<Map<String, Object>> items = feed.jsonPath().getList("items");
        assertThat(items).isNotEmpty().allSatisfy(item -> {
            assertThat(item.keySet()).containsExactlyInAnyOrder("id", "url", "title", "content_text", "date_published",
                    "tags");
            OffsetDateTime.parse((String) item.get("date_published"));
        });
        assertThat(items.stream().map(item -> item.get("id")).distinct()).hasSameSizeAs(items);
    }

    @Test
    void itIsAValidAtomFeed() throws Exception {
        afterwards.corrected(afterwards.published(1), "It was <twelve>.");
        switchedOn();
        Response feed = given().get("/corrections.atom");
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        DocumentBuilderFactory readers = DocumentBuilderFactory.newInstance();
        readers.setNamespaceAware(true);
        Document xml = readers.newDocumentBuilder().parse(new ByteArrayInputStream(feed.asByteArray()));
        Element root = xml.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getLocalName()).isEqualTo("feed");
        once(root, "id", "title", "updated", "author");
        Set<String> ids = new HashSet<>();
        NodeList entries = root.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength()).isPositive();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            once(entry, "id", "title", "updated", "published", "link", "content", "category");
            OffsetDateTime.parse(text(entry, "updated"));
            assertThat(URI.create(text(entry, "id")).isAbsolute()).isTrue();
            ids.add(text(entry, "id"));
        }
        assertThat(ids).hasSize(entries.getLength());
        assertThat(text((Element) entries.item(0), "content")).isEqualTo("It was <twelve>.");
    }

    private static void once(Element in, String... names) {
        for (String name : names) {
            int own = 0;
            for (var node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
                own += name.equals(node.getLocalName()) ? 1 : 0;
            }
            assertThat(own).as(name).isEqualTo(1);
        }
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    @Test
    void itIsKeptByCachesUntilSomethingIsIssued() {
        long article = afterwards.published(2);
        afterwards.corrected(article, "It was twelve.");
        switchedOn();
        for (String path : List.of("/corrections", "/corrections.json", "/corrections.atom")) {
            Response first = given().get(path);
            assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
            assertThat(first.headers().getValues("Set-Cookie")).as("a page for all has nobody's cookie").isEmpty();
            assertThat(given().header("If-None-Match", first.header("ETag")).get(path).statusCode()).isEqualTo(304);
            assertThat(given().header("If-Modified-Since", first.header("Last-Modified")).get(path).statusCode())
                    .isEqualTo(304);
        }
        String tag = given().get("/corrections.atom").header("ETag");
        afterwards.corrected(afterwards.published(1), "It was thirteen.");
        assertThat(given().header("If-None-Match", tag).get("/corrections.atom").statusCode()).isEqualTo(200);
    }

    @Test
    void itComesInPages() {
        long first = afterwards.corrected(afterwards.published(1), "It was twelve.");
        switchedOn();
        String newest = given().get("/corrections.json?after=" + (first + 1)).jsonPath().getString("items[0].id");
        assertThat(given().get("/corrections.json?after=" + first).jsonPath().<String>getList("items.id"))
                .doesNotContain(newest);
        assertThat(given().get("/corrections.json?after=" + (first + 1)).jsonPath().getString("items[0].content_text"))
                .isEqualTo("It was twelve.");
        assertThat(given().get("/corrections.json?after=x").statusCode()).isEqualTo(400);
        assertThat(given().get("/corrections.json?after=" + (first + 1)).jsonPath().getString("feed_url"))
                .endsWith("?after=" + (first + 1));
    }
}
