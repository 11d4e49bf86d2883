package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence that goes on on a further page, which people work on and others change meanwhile. */
@NewsroomTest
class EvidencePagingTest {

    @Inject
    Story story;

    private long aClaimWith(int pieces) throws SQLException {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael");
        ManyPieces.on(claim, pieces);
        return claim;
    }

    private static List<Long> pieces(Seen page) {
        return page.page()
                .select("tbody a[href*=/evidence/]")
                .eachAttr("href")
                .stream()
                .map(address -> Long.valueOf(address.substring(address.lastIndexOf('/') + 1)))
                .toList();
    }

    private static List<Long> ids(Response list) {
        return list.then().statusCode(200).extract().jsonPath().getList("id", Long.class);
    }

    private static String next(Seen page) {
        Element link = page.page().selectFirst("a[rel=next]");
        return link.attr("href");
    }

    private void withdraw(long claim, long piece) {
        story.checking().withdraw(story.ref(claim), piece, "A copy of another.", story.person("rafael"));
    }

    @Test
    void whereTheLastOneShownIsWithdrawnNothingIsSkipped() throws SQLException {
        long claim = aClaimWith(60);
        Visitor rafael = Visitor.signedIn("rafael");
        Seen first = rafael.get("/claims/" + claim);
        Response list = as("rafael").get("/api/v1/claims/" + claim + "/evidence?limit=50");
        List<Long> shown = pieces(first);
        assertThat(shown).hasSize(50).isEqualTo(ids(list));
        long last = shown.get(49);

        withdraw(claim, last);
        List<Long> rest = pieces(rafael.get(next(first)));

        assertThat(rest).hasSize(11).endsWith(last);
        assertThat(rest.subList(0, 10)).doesNotContainAnyElementsOf(shown).isSorted();
        String link = list.header("Link");
        assertThat(ids(as("rafael").get(link.substring(1, link.indexOf('>'))))).isEqualTo(rest);
    }

    @Test
    void fiftyPiecesAreOnePageAndOneMoreIsAnother() throws SQLException {
        long fifty = aClaimWith(50);
        Visitor rafael = Visitor.signedIn("rafael");
        Seen all = rafael.get("/claims/" + fifty);
        assertThat(pieces(all)).hasSize(50);
        assertThat(all.page().select("a[rel=next]")).isEmpty();
        as("rafael").get("/api/v1/claims/" + fifty).then().body("evidence", hasSize(50), "further", nullValue());
        story.attach(fifty, "rafael");

        Seen first = rafael.get("/claims/" + fifty);
        assertThat(pieces(first)).hasSize(50);
        assertThat(pieces(rafael.get(next(first)))).hasSize(1);
        String further = as("rafael").get("/api/v1/claims/" + fifty)
                .then()
                .body("evidence", hasSize(50))
                .extract()
                .path("further");
        assertThat(next(first)).contains("after=" + further);
        assertThat(ids(as("rafael").get("/api/v1/claims/" + fifty + "/evidence?after=" + further))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "x", "stands-", "stands-0", "stands--1", "gone-7", "withdrawn-7x",
            "stands-9999999999999999999999"})
    void whatIsNoPlaceInTheListIsRefused(String after) {
        long claim = story.anAssignedClaim();

        as("rafael").queryParam("after", after)
                .get("/api/v1/claims/" + claim + "/evidence")
                .then()
                .statusCode(400)
                .body("field", equalTo("after"));
        assertThat(Visitor.signedIn("rafael").get("/claims/" + claim + "?after=" + after).status()).isEqualTo(400);
    }

    @Test
    void aPlaceThatIsNoneOfItsOwnShowsNothingOfAnother() {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael");
        long other = story.anAssignedClaim();
        long foreign = story.attach(other, "rafael");

        as("rafael").get("/api/v1/claims/" + claim + "/evidence?after=stands-" + foreign)
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        assertThat(Visitor.signedIn("rafael").get("/claims/" + claim + "?after=withdrawn-" + foreign).page().text())
                .contains("No more.", "First pieces");
    }

    @Test
    void aRefusedWithdrawalIsShownOnThePageOfItsForm() throws SQLException {
        long claim = aClaimWith(60);
        Visitor rafael = Visitor.signedIn("rafael");
        Seen second = rafael.get(next(rafael.get("/claims/" + claim)));
        List<Long> shown = pieces(second);

        Seen refused = rafael.submit(second, "/withdraw", Map.of("version", "0", "reason", "A copy."));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(pieces(refused)).isEqualTo(shown);
        assertThat(refused.page().select("[role=alert]")).hasSize(1);
        Element open = refused.page().selectFirst("tr details[open]");
        assertThat(open.select("[role=alert]")).hasSize(1);
        assertThat(open.select("[name=reason]").val()).isEqualTo("A copy.");
        assertThat(open.select("[name=evidence]").val()).isEqualTo(String.valueOf(shown.get(0)));
        Seen done = rafael.submit(refused, "/withdraw", Map.of("reason", "A copy."));
        assertThat(done.status()).isEqualTo(200);
        assertThat(pieces(done)).hasSize(10).endsWith(shown.get(0));
        assertThat(done.page().text()).contains("First pieces", "A copy.");
    }

    @Test
    void aReasonForWhatSomebodyElseHasWithdrawnIsNotLost() throws SQLException {
        long claim = aClaimWith(60);
        Visitor rafael = Visitor.signedIn("rafael");
        Seen second = rafael.get(next(rafael.get("/claims/" + claim)));
        withdraw(claim, pieces(second).get(0));

        Seen refused = rafael.submit(second, "/withdraw", Map.of("reason", "My careful words."));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.trouble()).contains("My careful words.");
        assertThat(refused.page().select("[role=alert]")).hasSize(1);
    }
}
