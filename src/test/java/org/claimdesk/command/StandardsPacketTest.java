package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.standards.release.Press;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was waived, released, published, asked and corrected is in the packet, and is held against its entries. */
@NewsroomTest
class StandardsPacketTest {

    private static final String FILE = "standards.json";

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Packets packets;

    private long article;

    @BeforeEach
    void anArticleThatWentOutWithAWaiverAndWasCorrected() {
        article = story.anArticle(2, "");
        long misleading = press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        press.waive(article, "RATING-" + misleading, "stella");
        post("rafael", "/articles/" + article + "/replies", Map.of("person", "Hana Keeper", "questions",
                "Is it so that eleven came?", "channel", "EMAIL", "due",
                Instant.now().plus(Duration.ofDays(1)).toString()));
        press.release(article, "edith");
        press.publish(article, 1, "https://paper.example/packet-" + article, null, "edith");
        story.checking().overturn(story.ref(misleading), "That is the log of another year.", story.person("stella"));
        long open = as("stella").get("/api/v1/correction-cases?article=" + article).jsonPath().getLong("[0].id");
        post("stella", "/correction-cases/" + open + "/corrections",
                Map.of("kind", "CORRECTION", "text", "Ten people came, not eleven.", "placed", "TOP"));
    }

    @Test
    void theStandardsDesksPartIsThereAndToldOnTheFirstPage() throws Exception {
        byte[] packet = packets.of(article);
        Packets.Said said = packets.check(packet);
        assertThat(said.text()).contains("Whole and unaltered");

        Forger files = new Forger(packet);
        JsonPath file = JsonPath.from(files.text(FILE));
        assertThat(file.getString("waivers[0].reason")).isEqualTo("The lawyer has seen it.");
        assertThat(file.getList("releases[0].waivers")).containsExactly(file.getInt("waivers[0].waiver"));
        assertThat(file.getString("publications[0].address")).isEqualTo("https://paper.example/packet-" + article);
        assertThat(file.getString("requests[0].person")).isEqualTo("Hana Keeper");
        assertThat(file.getString("corrections[0].text")).isEqualTo("Ten people came, not eleven.");
        assertThat(Jsoup.parse(files.text("article.html")).text()).contains("Waived: RATING of claim",
                "The lawyer has seen it.", "Revision 1 released by Edith", "Ten people came, not eleven.");
    }

    @Test
    void whatWasAlteredInItIsNamed() throws Exception {
        byte[] packet = packets.of(article);

        packets.wrong(FILE + ": the reason is not the one that entry",
                new Forger(packet).replace(FILE, "The lawyer has seen it.", "Nobody has seen it."));
        packets.wrong(FILE + ": the kind UNACCOUNTED is not what entry",
                new Forger(packet).replace(FILE, "\"kind\":\"RATING\"", "\"kind\":\"UNACCOUNTED\""));
        packets.wrong(FILE + ": the text is not the one that entry",
                new Forger(packet).replace(FILE, "Ten people came", "Two people came"));
        String row = new Forger(packet).text(FILE).replaceAll("(?s).*\"waivers\":\\[(\\{[^{}]*\\})\\].*", "$1");
        packets.wrong("(WAIVE) tells of is missing", new Forger(packet).replace(FILE, row, ""));
        packets.wrong("tells of what is among its waivers", new Forger(packet).replace(FILE, row, row + "," + row));
        String expires = JsonPath.from(row).getString("expires");
        packets.wrong(FILE + ": the expires ",
                new Forger(packet).replace(FILE, expires, "2031" + expires.substring(4)));
        packets.wrong(FILE + ": the waivers [] is not what entry", new Forger(packet)
                .replace(FILE, "\"waivers\":[" + JsonPath.from(row).getInt("waiver") + "]", "\"waivers\":[]"));
        Forger without = new Forger(packet);
        without.files().remove(FILE);
        packets.wrong(FILE + ": it is missing", without);
    }

    private static void post(String who, String path, Map<String, Object> body) {
        as(who).contentType(ContentType.JSON).body(body).post("/api/v1" + path).then().statusCode(200);
    }
}
