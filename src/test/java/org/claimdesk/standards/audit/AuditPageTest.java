package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the audits, without script. */
@NewsroomTest
class AuditPageTest {

    @Inject
    Story story;
    @Inject
    Lots lots;
    @Inject
    Auditing auditing;
    @Inject
    SessionFactory sessions;

    @AfterEach
    void nothingIsLeftWaiting() {
        lots.finish();
    }

    @Test
    void fromTheDrawToTheFindingWithFormsAlone() {
        long article = lots.anArticleWith(2);
        Visitor stella = Visitor.signedIn("stella");
        Visitor.Seen waits = stella.submit(stella.get("/standards/audits"), "draws",
                Map.of("article", Long.toString(article), "size", "1"));
        assertThat(waits.page().select("[role=status]").text()).contains("waits for its seed");

        lots.finish();

        Visitor.Seen draw = stella.get(waits.address().getPath());
        assertThat(draw.page().select("h1").text()).isEqualTo("1 of 2 verdicts");
        assertThat(draw.page().select(".facts .proof")).hasSizeGreaterThan(3);
        String item = draw.page().select(".rows a.button").attr("href");
        Visitor.Seen mine = stella.submit(stella.get(item), "take", Map.of());
        assertThat(mine.page().select(".note").text()).contains("The first verdict is hidden");
        Visitor.Seen both = stella.submit(mine, "give", Map.of("rating", "UNSUPPORTED", "rationale", "Nothing in it."));
        assertThat(both.page().select("#h-first").text()).startsWith("First verdict: accurate");
        Visitor.Seen decided = stella.submit(both, "finding",
                Map.of("outcome", "OVERTURNED", "reason", "The log is of another night."));
        assertThat(decided.trouble()).isEmpty();
        assertThat(decided.page().select("#h-finding").text()).startsWith("Finding: overturned");
        assertThat(decided.page().select("#h-first").text()).contains("overturned");
        assertThat(stella.get("/claims/" + story.lines(article).get(0).id()).status()).isEqualTo(200);
    }

    @Test
    void whatWasTypedIntoTheDrawSurvivesARefusal() {
        long article = lots.anArticleWith(1);
        Visitor stella = Visitor.signedIn("stella");

        Visitor.Seen refused = stella.submit(stella.get("/standards/audits"), "draws",
                Map.of("article", Long.toString(article), "size", "7", "from", "2026-01-01"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("only 1 verdict to draw from; you asked for 7");
        Element form = refused.form("draws");
        assertThat(Visitor.fields(form)).containsEntry("size", "7")
                .containsEntry("article", Long.toString(article))
                .containsEntry("from", "2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=x", "size=", "from=yesterday", "article=some", "until=2019-01-01", "desk=/desks/no"})
    void whatIsNoDrawIsRefusedInWords(String typed) {
        Visitor stella = Visitor.signedIn("stella");
        String[] field = typed.split("=", 2);

        Visitor.Seen refused = stella.submit(stella.get("/standards/audits"), "draws",
                fields(field[0], field[1]));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).isNotBlank();
    }

    @Test
    void whatWasTypedIntoTheAuditSurvivesARefusal() {
        AuditLine one = lots.one();
        Visitor stella = Visitor.signedIn("stella");
        Visitor.Seen mine = stella.submit(stella.get("/standards/audits/items/" + one.id()), "take", Map.of());

        Visitor.Seen refused = stella.submit(mine, "give", Map.of("rationale", "Long thought about.\nTwice."));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Choose a rating.");
        assertThat(Visitor.fields(refused.form("give")).get("rationale").replace("\r", ""))
                .isEqualTo("Long thought about.\nTwice.");
    }

    /** Somebody else was quicker: the form is gone from the page, the words are not. */
    @Test
    void whatWasTypedIntoAFindingThatIsDecidedMeanwhileIsShown() {
        AuditLine one = lots.one();
        auditing.take(one.id(), story.person("stella"));
        auditing.give(one.id(), Rating.INACCURATE, "No.", story.person("stella"));
        Visitor stella = Visitor.signedIn("stella");
        Visitor.Seen open = stella.get("/standards/audits/items/" + one.id());
        auditing.decide(one.id(), Audit.Outcome.UPHELD, "It stands.", story.person("stella"));

        Visitor.Seen refused = stella.submit(open, "finding",
                Map.of("outcome", "OVERTURNED", "reason", "My long reason."));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.trouble()).contains("decided already", "My long reason.");
    }

    @Test
    void whatWasDrawnWaitsOnTheDeskOfWhoMayAuditIt() {
        AuditLine one = lots.one();
        Visitor stella = Visitor.signedIn("stella");
        auditing.take(one.id(), story.person("stella"));

        Element panel = stella.get("/desk").page().select("section:has(#q-audits)").first();

        assertThat(panel.select("a[href=/standards/audits/items/" + one.id() + "]")).isNotEmpty();
        assertThat(panel.select("a[href=/standards/audits]")).isNotEmpty();
        assertThat(Visitor.signedIn("edith").get("/desk").page().select("#q-audits")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"edith", "rafael", "viktor"})
    void thePagesAreForTheStandardsDesk(String person) {
        AuditLine one = lots.one();
        Visitor visitor = Visitor.signedIn(person);

        assertThat(List.of("/standards/audits", "/standards/audits/" + one.draw(),
                "/standards/audits/items/" + one.id(), "/standards/audits/agreement.csv",
                "/standards/audits/" + one.draw() + "/candidates.csv"))
                .allSatisfy(page -> assertThat(visitor.get(page).status()).as(page).isEqualTo(403));
    }

    @Test
    void whatIsNotThereIsSaid() {
        Visitor stella = Visitor.signedIn("stella");

        assertThat(stella.get("/standards/audits/999999999").status()).isEqualTo(404);
        assertThat(stella.get("/standards/audits/items/999999999").status()).isEqualTo(404);
        assertThat(stella.get("/standards/audits/x").status()).isEqualTo(404);
        assertThat(stella.get("/standards/audits?from=x").page().select("[role=alert]").text()).contains("not a date");
        assertThat(stella.get("/standards/audits/agreement.csv?from=x").status()).isEqualTo(400);
    }

    @Test
    void theTableOfAgreementIsTheCsv() {
        AuditLine one = lots.one();
        auditing.take(one.id(), story.person("stella"));
        auditing.give(one.id(), Rating.INACCURATE, "No.", story.person("stella"));
        Visitor stella = Visitor.signedIn("stella");

        List<String> table = stella.get("/standards/audits").page().select("table tbody th").eachText();
        List<String> csv = stella.get("/standards/audits/agreement.csv").response().body().lines().toList();

        assertThat(table).first().isEqualTo("All");
        assertThat(table).contains("Immigration desk", "Rated accurate", "Rated unsupported");
        assertThat(csv).hasSize(table.size() + 1);
        assertThat(csv.get(1)).startsWith("all,\"\",").matches("[^,]*(,[^,]*){11}");
    }

    @Test
    void pagesOfMuchTakeAsManyStatementsAsOfLittle() {
        long few = lots.drawn(lots.anArticleWith(1), 1);
        long many = lots.drawn(lots.anArticleWith(12), 12);
        Visitor stella = Visitor.signedIn("stella");
        int before = statements(stella, "/standards/audits");

        lots.drawn(lots.anArticleWith(10), 10);

        assertThat(statements(stella, "/standards/audits")).isEqualTo(before).isLessThan(8);
        assertThat(statements(stella, "/standards/audits/" + many))
                .isEqualTo(statements(stella, "/standards/audits/" + few))
                .isLessThan(5);
        AuditLine one = lots.audits(few).get(0);
        auditing.take(one.id(), story.person("stella"));
        assertThat(statements(stella, "/standards/audits/items/" + one.id())).isLessThan(14);
    }

    private static Map<String, String> fields(String field, String typed) {
        Map<String, String> fields = new HashMap<>(Map.of("size", "1"));
        fields.put(field, typed);
        return fields;
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
