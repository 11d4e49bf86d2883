package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import org.claimdesk.article.Accounting;
import org.claimdesk.article.Disposition;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headline of a story is sentence 1, "Boat 1 carried 11 people." sentence 2, and so on. */
@NewsroomTest
class AccountingTest {

    @Inject
    Story story;
    @Inject
    Accounting accounting;

    @Test
    void whatIsCalledNoClaimIsAccountedForAndCanBeTakenBack() {
        long article = story.anArticle();

        Seen called = call(article, "1, 3-4", "NO_FACT");
        assertThat(counts(called)).isEqualTo("3 no claim, 3 open");
        assertThat(called.page().select(".sen.no-fact")).hasSize(3);
        called = call(article, "3", "OPINION");
        assertThat(counts(called)).isEqualTo("3 no claim, 3 open");
        called = call(article, "1,3,4", "UNREVIEWED");
        assertThat(counts(called)).isEqualTo("0 no claim, 6 open");
    }

    @Test
    void aClaimAccountsForTheSentenceItTouchesUntilItIsDropped() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);

        assertThat(counts(Visitor.signedIn("stella").get("/articles/" + article)))
                .isEqualTo("0 no claim, 5 open");
        story.checking().drop(story.ref(claim), "No claim.", story.person("edith"));
        assertThat(counts(Visitor.signedIn("stella").get("/articles/" + article)))
                .isEqualTo("0 no claim, 6 open");
    }

    @Test
    void itIsOneEntryInTheHistoryAndNoneWhereNothingChanges() {
        long article = story.anArticle();

        accounting.call(article, 1, Set.of(2, 3), Disposition.OPINION, story.person("edith"));
        accounting.call(article, 1, Set.of(2, 3), Disposition.OPINION, story.person("edith"));

        assertThat(entries(article)).isEqualTo("ACCOUNT {\"before\":[\"UNREVIEWED\",\"UNREVIEWED\"],"
                + "\"revision\":1,\"sentences\":[2,3],\"disposition\":\"OPINION\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "0", "all", "1-999"})
    void sentencesThatAreNotThereAreRefusedAndNothingIsCalled(String typed) {
        long article = story.anArticle();

        Seen refused = call(article, typed, "OPINION");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).isNotEmpty();
        assertThat(refused.form("/sentences").selectFirst("[name=sentence]").val()).isEqualTo(typed);
        assertThat(counts(refused)).startsWith("0 no claim");
    }

    @Test
    void onlyAnEditorAndOnlyOfTheRevisionThatStands() {
        long article = story.anArticle();

        assertThat(Visitor.signedIn("viktor").get("/articles/" + article).has("/sentences")).isFalse();
        assertThatThrownBy(() -> accounting.call(article, 1, Set.of(1), Disposition.OPINION, story.person("viktor")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind().status()).isEqualTo(403));
        assertThatThrownBy(() -> accounting.call(article, 2, Set.of(1), Disposition.OPINION, story.person("edith")))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.STALE));
    }

    @Test
    void theDatabaseRefusesWhatHasNoEntry() {
        long article = story.anArticle();
        accounting.call(article, 1, Set.of(2), Disposition.OPINION, story.person("edith"));

        for (String sql : new String[]{
                "update sentence set disposition = 'NO_FACT' where article_id = %d and number = 3",
                "update sentence set disposition = 'NO_FACT', version = version + 1 where article_id = %d and number = 2",
                "update sentence set disposition = 'NO_FACT', version = version + 1, entry_id = (select min(id) from entry where article_id = %1$d) where article_id = %1$d and number = 3",
                "update sentence set start_at = 0, version = version + 1 where article_id = %d",
                "delete from sentence where article_id = %d",
                "insert into sentence (version, article_id, revision, number, start_at, end_at, disposition) values (0, %d, 1, 99, 0, 1, 'OPINION')"}) {
            assertThatThrownBy(() -> run(sql.formatted(article))).as(sql).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theApiDoesTheSame() {
        long article = story.anArticle();
        String path = "/api/v1/articles/" + article;

        Tokens.as("edith")
                .contentType("application/json")
                .body("{\"revision\": 1, \"sentences\": [1, 2], \"disposition\": \"OPINION\"}")
                .post(path + "/sentences")
                .then()
                .statusCode(200)
                .body("disposition",
                        contains("OPINION", "OPINION", "UNREVIEWED", "UNREVIEWED", "UNREVIEWED", "UNREVIEWED"));
        Tokens.as("viktor")
                .get(path + "/revisions/1/sentences")
                .then()
                .statusCode(200)
                .body("number", contains(1, 2, 3, 4, 5, 6))
                .body("[1].start", equalTo(Tokens.as("viktor").get(path + "/revisions/1").path("blocks[1].start")));
        Tokens.as("viktor")
                .contentType("application/json")
                .body("{\"revision\": 1, \"sentences\": [1], \"disposition\": \"NO_FACT\"}")
                .post(path + "/sentences")
                .then()
                .statusCode(403);
        Tokens.as("edith").get(path + "/revisions/2/sentences").then().statusCode(404);
    }

    private static Seen call(long article, String sentences, String disposition) {
        Visitor edith = Visitor.signedIn("edith");
        return edith.submit(edith.get("/articles/" + article), "/sentences",
                new HashMap<>(Map.of("sentence", sentences, "disposition", disposition)));
    }

    private static String counts(Seen galley) {
        String legend = galley.page().select("#state .legend").text();
        return legend.replaceAll(".*?(\\d+) without ?(\\d+) unaccounted for.*", "$1 no claim, $2 open");
    }

    private static String entries(long article) {
        try (Connection owner = connect();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(act || ' ' || (body::jsonb -> 'facts')::text, E'\\n' order by id) from entry where act = 'ACCOUNT' and article_id = "
                                + article)) {
            rows.next();
            return rows.getString(1).replace("\": ", "\":").replace(", ", ",");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection owner = connect(); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_OWNER"),
                environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
    }
}
