package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.standards.audit.Lots;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far audits agree, on the page of statistics and wherever its numbers are. */
@NewsroomTest
class AuditedTest {

    private static final String ADDRESS = "/standards/statistics";

    @Inject
    March march;
    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Lots lots;
    @Inject
    Statistics statistics;
    @Inject
    Clock clock;

    private March.Told told;

    /** Of five audits four agree: chance alone would give .48, so kappa is .32 / .52. */
    @BeforeEach
    void fiveVerdictsOfAYearOfTheirOwnAreAudited() {
        told = march.begin();
        QuarkusMock.installMockForType(
                Clock.fixed(told.day(3, 5).atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), Clock.class);
        long article = story.anArticle(5, "");
        for (int i = 1; i <= 5; i++) {
            press.rated(article, i, i <= 3 ? Rating.ACCURATE : Rating.MISLEADING);
        }
        lots.audited(article, Rating.ACCURATE, Rating.ACCURATE, Rating.MISLEADING, Rating.MISLEADING,
                Rating.MISLEADING);
        march.end(told);
    }

    @Test
    void theShareAndKappaHaveTheirIntervalsForAllAndForEachDesk() {
        List<Object> numbers = Arrays.asList(5L, 4L, 80.0, 37.55, 96.38, decimal("0.62"), decimal("-0.01"),
                decimal("1.00"));

        Figure figure = figure("");

        assertThat(figure.rows()).hasSize(2);
        assertThat(figure.rows().get(0)).startsWith("all desks").endsWith(numbers.toArray());
        assertThat(figure.rows().get(1)).startsWith(Story.IMMIGRATION).endsWith(numbers.toArray());
        assertThat(figure.said())
                .isEqualTo(
                        "4 of 5 audited verdicts got the same rating again: 80 %, 38 to 96. Kappa is 0.62, -0.01 to 1.00.");
        assertThat(figure.lines().get(1)).containsExactly("Immigration", "5", "4", "80.0", "37.6", "96.4", "0.62",
                "-0.01", "1.00");
        assertThat(figure.picture().bars()).last().satisfies(bar -> {
            assertThat(bar.words()).isEqualTo("4 of 5 the same: 80 %, 38 to 96; kappa 0.62, -0.01 to 1.00");
            assertThat(bar.parts()).containsExactly(new Picture.Part("v", 0, 376), new Picture.Part("n", 376, 588));
        });
    }

    @Test
    void anotherDeskAndAnotherTimeHaveNone() {
        assertThat(figure(Story.IMMIGRATION).rows()).hasSize(1);
        assertThat(figure(March.DESK).empty()).isTrue();
        assertThat(figure(March.DESK).said()).isEqualTo("No verdict of the period was audited.");
        assertThat(figure("", 6, 10).empty()).isTrue();
    }

    @Test
    void kappaOfOneRatingThroughoutIsLeftOut() {
        QuarkusMock.installMockForType(
                Clock.fixed(told.day(3, 8).atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC), Clock.class);
        long article = story.anArticle(1, "");
        press.rated(article, 1, Rating.ACCURATE);
        lots.audited(article, Rating.ACCURATE);
        march.end(told);

        Figure figure = figure("", 8, 8);

        assertThat(figure.rows().get(0)).endsWith(null, null, null);
        assertThat(figure.said()).endsWith("100 %, 21 to 100. Kappa is not defined.");
        assertThat(Csv.of(figure)).endsWith("/desks/immigration,1,1,100.0,20.65,100.0,,,\r\n");
    }

    @Test
    void thePageTheFileAndTheApiHaveTheSameNumbers() {
        String period = "?from=" + told.day(3, 1) + "&to=" + told.day(3, 10) + "&desk=" + Story.IMMIGRATION;

        Seen page = Visitor.signedIn("edith").get(ADDRESS + period);

        assertThat(page.page().select("section[aria-labelledby=h-agreement] tbody tr").eachText())
                .containsExactly("Immigration 5 4 80.0 37.6 96.4 0.62 -0.01 1.00");
        assertThat(page.page().select("section[aria-labelledby=h-agreement] .amounts small").eachText())
                .containsExactly("4 of 5 the same: 80 %, 38 to 96; kappa 0.62, -0.01 to 1.00");
        byte[] csv = Visitor.signedIn("stella").bytes(page.page().select("#h-agreement a").attr("href"));
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo(
                "desk,audited,same_rating,agreement_percent,agreement_low,agreement_high,kappa,kappa_low,kappa_high\r\n"
                        + "/desks/immigration,5,4,80.0,37.55,96.38,0.62,-0.01,1.00\r\n");
        as("edith").get("/api/v1/statistics/agreement" + period)
                .then()
                .statusCode(200)
                .body("rows[0].same_rating", equalTo(4))
                .body("rows[0].kappa", equalTo(0.62f));
    }

    private Figure figure(String desk) {
        return figure(desk, 1, 10);
    }

    private Figure figure(String desk, int from, int to) {
        Period period = Period.asked(told.day(3, from).toString(), told.day(3, to).toString(), desk, clock,
                ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> statistics.one("agreement", period).figure());
    }

    private static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }
}
