package org.claimdesk.standards.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.matching.Matching;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Correction cases on their pages and in the API. */
@NewsroomTest
class CorrectionPageTest {

    @Inject
    Story story;
    @Inject
    Afterwards afterwards;
    @Inject
    Matching matching;
    @Inject
    SessionFactory sessions;

    private long open() {
        long article = afterwards.published(1);
        afterwards.overturn(afterwards.claim(article));
        return article;
    }

    private static String path(CaseSheet sheet) {
        return "/standards/corrections/" + sheet.line().id();
    }

    @Test
    void aCaseIsDecidedOnItsPageAndFollowed() {
        long article = open();
        CaseSheet sheet = afterwards.only(article);
        Visitor stella = Visitor.signedIn("stella");
        Seen list = stella.get("/standards/corrections?article=" + article);
        assertThat(list.page().select("a[href=" + path(sheet) + "]").text()).contains("Boat 1 carried");
        assertThat(list.page().text()).contains("verdict overturned", "There is no public list.");
        assertThat(stella.get("/articles/" + article + "/gate")
                .page()
                .select("a[href=/standards/corrections?article=" + article + "]")).hasSize(1);
        Seen issued = stella.submit(stella.get(path(sheet)), "/correct",
                Map.of("kind", "CLARIFICATION", "text", "It was twelve.", "placed", "FOOT"));
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.page().text()).contains("corrected", "Clarification", "at the foot of the article");
        assertThat(issued.has("/none")).isFalse();
        Seen followed = stella.submit(issued, "/correct",
                Map.of("kind", "RETRACTION", "text", "Nothing of it was so.", "placed", "TOP"));
        assertThat(followed.page().text()).contains("Retraction", "follows an earlier one");
        assertThat(stella.get("/standards/corrections").page().text()).contains("Nothing of it was so.");
    }

    @Test
    void whatWasTypedSurvivesARefusal() {
        CaseSheet sheet = afterwards.only(open());
        Visitor stella = Visitor.signedIn("stella");
        Seen page = stella.get(path(sheet));
        Seen late = stella.submit(page, "/correct",
                Map.of("kind", "CORRECTION", "text", "It was twelve.", "placed", "TOP", "dated", "2199-01-01"));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.trouble()).contains("to come");
        assertThat(late.form("/correct").selectFirst("textarea").wholeText()).isEqualTo("It was twelve.");
        assertThat(late.form("/correct").select("option[selected]").eachAttr("value"))
                .containsExactly("CORRECTION", "TOP");
        assertThat(stella.submit(page, "/none", Map.of("reason", " ")).trouble()).contains("Say why");
        stella.submit(page, "/none", Map.of("reason", "It was right."));
        Seen gone = stella.submit(page, "/correct",
                Map.of("kind", "CORRECTION", "text", "Kept all the same.", "placed", "TOP"));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.trouble()).contains("Kept all the same.");
    }

    @Test
    void editorsReadAndOthersDoNot() {
        CaseSheet sheet = afterwards.only(open());
        Seen edith = Visitor.signedIn("edith").get(path(sheet));
        assertThat(edith.status()).isEqualTo(200);
        assertThat(edith.page().select("main form")).isEmpty();
        Visitor rafael = Visitor.signedIn("rafael");
        assertThat(rafael.get(path(sheet)).status()).isEqualTo(403);
        assertThat(rafael.get("/standards/corrections").status()).isEqualTo(403);
        assertThat(Visitor.signedIn("stella").get("/standards/corrections/999999999").status()).isEqualTo(404);
        assertThat(as("rafael").get("/api/v1/corrections").statusCode()).isEqualTo(403);
    }

    @Test
    void aCaseIsDecidedByTheApi() {
        long article = open();
        Response cases = as("edith").get("/api/v1/correction-cases?article=" + article);
        assertThat(cases.statusCode()).isEqualTo(200);
        String one = "/api/v1/correction-cases/" + cases.jsonPath().getLong("[0].id");
        assertThat(as("edith").get(one).jsonPath().getString("happened[0].cause")).isEqualTo("OVERTURNED");
        Map<String, Object> body = Map.of("kind", "EDITORS_NOTE", "text", "It was twelve.", "placed", "ELSEWHERE",
                "address", "https://paper.example/notes");
        assertThat(as("edith").contentType(ContentType.JSON).body(body).post(one + "/corrections").statusCode())
                .isEqualTo(403);
        Response issued = as("stella").contentType(ContentType.JSON).body(body).post(one + "/corrections");
        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.jsonPath().getString("case.outcome")).isEqualTo("CORRECTED");
        assertThat(issued.jsonPath().getString("corrections[0].dated")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(as("stella").contentType(ContentType.JSON).body(body).post(one + "/corrections").statusCode())
                .isEqualTo(412);
        assertThat(as("stella").contentType(ContentType.JSON)
                .body(Map.of("reason", "No."))
                .post(one + "/none")
                .statusCode()).isEqualTo(409);
        assertThat(as("edith").get("/api/v1/corrections?article=" + article).jsonPath().getList("id")).hasSize(1);
    }

    @Test
    void manyCasesAndManyOfTheSameClaimTakeAsManyStatementsAsFew() {
        Visitor stella = Visitor.signedIn("stella");
        long article = open();
        String page = path(afterwards.only(article));
        int few = statements(stella, page);
        int listed = statements(stella, "/standards/corrections");
        for (int i = 0; i < 5; i++) {
            long other = afterwards.published(1);
            matching.answer(afterwards.claim(article), afterwards.claim(other), true, story.person("edith"));
        }
        assertThat(afterwards.only(article).elsewhere()).hasSize(5);
        assertThat(statements(stella, page)).isEqualTo(few).isLessThan(12);
        assertThat(statements(stella, "/standards/corrections")).isEqualTo(listed).isLessThan(8);
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
