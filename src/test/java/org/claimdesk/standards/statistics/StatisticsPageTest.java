package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.inject.Inject;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@NewsroomTest
class StatisticsPageTest {

    private static final String ADDRESS = "/standards/statistics";

    @Inject
    March march;
    @Inject
    SessionFactory sessions;

    private March.Told told;

    @BeforeEach
    void aYearOfItsOwn() {
        told = march.begin();
    }

    @Test
    void everySectionIsAPictureATableAndAFile() {
        march.tell(told);
        Seen page = Visitor.signedIn("stella").get(ADDRESS + period());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main section h2").eachText()).containsSubsequence("Claims by state CSV",
                "Time in each state CSV", "Overdue CSV", "Disputes CSV", "Overturned verdicts CSV", "Agreement",
                "Ratings CSV",
                "Coverage CSV", "Kinds of evidence CSV", "Load CSV", "Work done CSV");
        assertThat(page.page().select("main section:not(:has(#h-agreement))")).allSatisfy(section -> {
            assertThat(section.select("figure > figcaption").text()).isNotBlank();
            assertThat(section.select("figure svg")).isNotEmpty();
            assertThat(section.select("table th[scope=col]")).isNotEmpty();
            assertThat(section.select("table tbody th[scope=row]")).isNotEmpty();
            assertThat(section.select("a[href*=.csv]")).hasSize(1);
        });
        assertThat(page.page().select("section[aria-labelledby=h-disputes] figure .amounts small").eachText())
                .contains("1 upheld, 0 rejected, 0 accepted, 0 not decided");
        assertThat(page.page().select("section[aria-labelledby=h-overturned] tbody tr").eachText())
                .containsExactly("Courts 4 1 1 1 1 25.0");
        String link = page.page().select("#h-overturned a").attr("href");
        assertThat(new String(Visitor.signedIn("edith").bytes(link), StandardCharsets.UTF_8))
                .isEqualTo("desk,verdicts,stand,reworded,disputed,overturned,overturn_rate_percent\r\n"
                        + "/desks/courts,4,1,1,1,1,25.0\r\n");
    }

    @Test
    void everyDrawingIsWellFormedWithATitleAndNothingInline() throws Exception {
        march.tell(told);
        String html = Visitor.signedIn("stella").get(ADDRESS + period()).response().body();

        List<String> drawings = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(drawings).hasSizeGreaterThan(20);
        for (String drawing : drawings) {
            Element svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(drawing)))
                    .getDocumentElement();
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).as(drawing).isNotBlank();
        }
        assertThat(html).doesNotContain(" style=", "<style", "onclick");
    }

    @Test
    void anEmptyNewsroomIsToldSo() {
        Seen page = Visitor.signedIn("edith").get(ADDRESS + "?from=1999-01-01&to=1999-01-31&desk=/desks/nobody");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main section > p:first-of-type").eachText()).containsOnly("Nothing yet.");
        assertThat(page.page().select("main svg, main table")).isEmpty();
        assertThat(page.page().select("option[selected]").eachAttr("value")).containsExactly("/desks/nobody");
    }

    @Test
    void nobodyElseSeesThem() {
        for (String person : new String[]{"rafael", "viktor"}) {
            Visitor visitor = Visitor.signedIn(person);
            assertThat(visitor.get(ADDRESS).status()).as(person).isEqualTo(403);
            assertThat(visitor.get(ADDRESS + "/work.csv").status()).as(person).isEqualTo(403);
            as(person).get("/api/v1/statistics").then().statusCode(403);
            as(person).get("/api/v1/statistics/work").then().statusCode(403);
        }
        assertThat(Visitor.signedIn("edith").get(ADDRESS).status()).isEqualTo(200);
    }

    @Test
    void moreToCountTakesAsManyStatements() {
        Visitor stella = Visitor.signedIn("stella");
        int before = statements(stella);
        march.tell(told);

        assertThat(statements(stella)).isEqualTo(before).isLessThan(16);
    }

    /** A spreadsheet takes a cell that begins with = for a formula. */
    @Test
    void aNameThatLooksLikeAFormulaIsText() throws Exception {
        march.tell(told);
        byte[] csv = Visitor.signedIn("stella").bytes(ADDRESS + "/work.csv" + period());

        List<CSVRecord> rows = CSVParser.parse(new String(csv, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()).getRecords();

        assertThat(rows).extracting(row -> row.get("person"))
                .contains("'" + told.olga().name(), told.vera().name())
                .noneMatch(name -> name.startsWith("="));
        assertThat(rows).filteredOn(row -> row.get("person").equals(told.vera().name()))
                .extracting(row -> row.get("verified"))
                .containsExactly("3");
    }

    @Test
    void theFileSaysWhatItIs() {
        Seen csv = Visitor.signedIn("stella").get(ADDRESS + "/time-in-state.csv" + period());

        assertThat(csv.response().headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv")
                .containsIgnoringCase("charset=utf-8");
        assertThat(csv.response().headers().firstValue("Content-Disposition").orElseThrow()).isEqualTo(
                "attachment; filename=\"time-in-state-%d-03-01-%d-03-10.csv\"".formatted(told.year(), told.year()));
        assertThat(Visitor.signedIn("stella").get(ADDRESS + "/nothing.csv").status()).isEqualTo(404);
        assertThat(Visitor.signedIn("stella").get(ADDRESS + "/work.csv?from=yesterday").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"2031-02-30,2031-03-01,,from,2031-02-30", "2020-03-02,2020-03-01,,from,2020-03-02",
            "2020-03-01,yesterday,,to,yesterday", "1920-01-01,,,from,1920-01-01",
            "2000-01-01,2020-01-01,,from,2000-01-01",
            "2999-01-01,2999-02-01,,from,2999-01-01", "2020-03-01,+999999999-12-31,,to,+999999999-12-31",
            "2020-03-01,2020-03-02,<b>courts</b>,desk,<b>courts</b>"})
    void whatIsNoPeriodIsRefusedAndKept(String from, String to, String desk, String field, String kept) {
        Seen page = Visitor.signedIn("edith")
                .get(ADDRESS + "?from=" + from + "&to="
                        + (to == null ? "" : to.replace("+", "%2B")) + "&desk="
                        + (desk == null ? "" : desk.replace("<", "%3C").replace(">", "%3E")));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.trouble()).isNotBlank();
        assertThat(page.page().select("[aria-invalid]").eachAttr("name")).containsExactly(field);
        assertThat(page.page().select("#from").val()).isEqualTo(from);
        assertThat(field.equals("desk")
                ? page.page().select("option[selected]").val()
                : page.page().select("#" + field).val()).isEqualTo(kept);
        assertThat(page.page().select("main section, main b:contains(courts)")).isEmpty();
    }

    @Test
    void theSameNumbersAreInTheApi() {
        march.tell(told);

        as("stella").get("/api/v1/statistics/disputes" + period())
                .then()
                .statusCode(200)
                .body("from", equalTo(told.day(3, 1).toString()))
                .body("desk", equalTo(March.DESK))
                .body("rows.find { it.grounds == 'source' }.upheld", equalTo(1))
                .body("rows.find { it.grounds == 'finding' }.undecided", equalTo(1))
                .body("said", containsString("3 disputes"));
        as("edith").get("/api/v1/statistics/time-in-state" + period())
                .then()
                .body("rows.find { it.state == 'sourced' }.median_hours", equalTo(2.5f));
        as("edith").get("/api/v1/statistics").then().body("name", hasItem("claims-by-state"));
        as("edith").get("/api/v1/statistics/nothing").then().statusCode(404);
        as("edith").get("/api/v1/statistics/work?from=soon").then().statusCode(400).body("field", equalTo("from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?from=&to=&desk="})
    void whatIsNotSaidIsTheLastThirtyDaysOfAllDesks(String query) {
        Seen page = Visitor.signedIn("edith").get(ADDRESS + query);

        assertThat(page.page().select("#from").val()).isEqualTo(told.day(2, 10).plusDays(leap()).toString());
        assertThat(page.page().select("#to").val()).isEqualTo(told.day(3, 11).toString());
    }

    private int leap() {
        return told.day(1, 1).isLeapYear() ? 1 : 0;
    }

    private String period() {
        return "?from=" + told.day(3, 1) + "&to=" + told.day(3, 10) + "&desk=" + March.DESK;
    }

    private int statements(Visitor visitor) {
        sessions.getStatistics().clear();
        assertThat(visitor.get(ADDRESS + period()).status()).isEqualTo(200);
        return (int) sessions.getStatistics().getPrepareStatementCount();
    }
}
