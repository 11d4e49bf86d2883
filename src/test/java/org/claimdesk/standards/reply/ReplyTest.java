package org.claimdesk.standards.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.claimdesk.local.Tokens.as;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;
import org.claimdesk.standards.release.Press;
import org.claimdesk.text.Quote;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Who was asked for a reply, what came back, where it stands, and that the gate waits for it. */
@NewsroomTest
class ReplyTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Replying replying;
    @Inject
    ReplyReading replies;
    @Inject
    History history;
    @Inject
    SessionFactory sessions;

    private static NewRequest asked(Duration ago, Duration until) {
        Instant now = Instant.now();
        return new NewRequest("Hana Keeper", "Harbor Office", "Is it so that eleven came?", Piece.Channel.EMAIL,
                now.minus(ago), now.plus(until), null);
    }

    private static NewRequest overdue() {
        return asked(Duration.ofDays(2), Duration.ofHours(-1));
    }

    private static NewAnswer answered(String text) {
        return new NewAnswer(CameBack.ANSWERED, text, null);
    }

    private Acting rafael() {
        return story.person("rafael");
    }

    private Standing standing(long article) {
        return QuarkusTransaction.requiringNew().call(() -> replies.of(article)).get(0).standing();
    }

    private static Problem refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        return problem;
    }

    @Test
    void theGateWaitsForWhatIsOverdueAndForItsPlaceInTheText() {
        long article = press.anOpenArticle(2);
        long waiting = replying.ask(article, asked(Duration.ofHours(1), Duration.ofHours(1)), rafael());
        assertThat(standing(article)).isEqualTo(Standing.WAITING);
        assertThat(press.gate(article).open()).isTrue();
        replying.answer(article, waiting, new NewAnswer(CameBack.WITHDRAWN, "Asked the wrong office.", null), rafael());
        long request = replying.ask(article, overdue(), rafael());
        assertThat(press.barred(article)).containsExactly("REPLY-" + request);
        assertThat(press.item(article, "REPLY-" + request).link()).isEqualTo(
                "/articles/" + article + "/replies#r" + request);
        refused(() -> press.release(article, "edith"), Problem.Kind.CONFLICT);
        replying.answer(article, request, answered("Twelve, not eleven."), rafael());
        assertThat(press.barred(article)).as("not in the text").containsExactly("REPLY-" + request);
        replying.place(article, request, 1, new Quote(Story.words(2), null, null, null), rafael());
        assertThat(press.gate(article).open()).isTrue();
        assertThat(standing(article)).isEqualTo(Standing.PLACED);
        press.release(article, "edith");
    }

    @Test
    void aPlaceHoldsWhileItsWordsStandInTheText() {
        long article = press.anOpenArticle(2);
        long request = replying.ask(article, overdue(), rafael());
        replying.answer(article, request, new NewAnswer(CameBack.DECLINED, null, null), rafael());
        replying.place(article, request, 1, new Quote(Story.words(2), null, null, null), rafael());
        String text = story.text(article);
        story.revise(article, 1, text + "\nA line more.");
        assertThat(standing(article)).isEqualTo(Standing.PLACED);
        story.revise(article, 2, text.replace(Story.words(2), "Boat 2 was late."));
        assertThat(standing(article)).isEqualTo(Standing.UNPLACED);
        assertThat(press.barred(article)).contains("REPLY-" + request);
    }

    @Test
    void aLaterAnswerNeedsAPlaceOfItsOwn() {
        long article = press.anOpenArticle(2);
        long request = replying.ask(article, overdue(), rafael());
        replying.answer(article, request, new NewAnswer(CameBack.SILENT, null, null), rafael());
        replying.place(article, request, 1, new Quote(Story.words(1), null, null, null), rafael());
        replying.answer(article, request, answered("Twelve came."), rafael());
        assertThat(standing(article)).isEqualTo(Standing.UNPLACED);
    }

    @Test
    void theStandardsDeskMayWaiveAReplyAsItStands() {
        long article = press.anOpenArticle(1);
        long request = replying.ask(article, overdue(), rafael());
        press.waive(article, "REPLY-" + request, "stella");
        assertThat(press.gate(article).open()).isTrue();
        replying.answer(article, request, answered("Twelve."), rafael());
        assertThat(press.gate(article).open()).as("it is another item now").isFalse();
        press.waive(article, "REPLY-" + request, "stella");
        press.release(article, "edith");
    }

    @Test
    void whatIsMissingOrDoesNotFitIsRefused() {
        long article = press.anOpenArticle(1);
        Instant now = Instant.now();
        for (NewRequest wrong : List.of(
                new NewRequest(" ", "", "What?", Piece.Channel.PHONE, null, now.plusSeconds(60), null),
                new NewRequest("Hana", "", " ", Piece.Channel.PHONE, null, now.plusSeconds(60), null),
                new NewRequest("Hana", "", "What?", null, null, now.plusSeconds(60), null),
                new NewRequest("Hana", "", "What?", Piece.Channel.PHONE, now.plusSeconds(60), now.plusSeconds(90),
                        null),
                new NewRequest("Hana", "", "What?", Piece.Channel.PHONE, now, now.minusSeconds(5), null),
                new NewRequest("Hana", "", "What?", Piece.Channel.PHONE, now, null, null),
                new NewRequest("Hana", "", "What?", Piece.Channel.PHONE, now, now.plusSeconds(60),
                        List.of(story.anAssignedClaim())))) {
            refused(() -> replying.ask(article, wrong, rafael()), Problem.Kind.BAD_INPUT);
        }
        long request = replying.ask(article, overdue(), rafael());
        refused(() -> replying.answer(article, request, answered(" "), rafael()), Problem.Kind.BAD_INPUT);
        refused(() -> replying.answer(article, request, new NewAnswer(null, "x", null), rafael()),
                Problem.Kind.BAD_INPUT);
        refused(() -> replying.answer(article, request,
                new NewAnswer(CameBack.SILENT, "", now.minus(Duration.ofDays(9))), rafael()), Problem.Kind.BAD_INPUT);
        Quote words = new Quote(Story.words(1), null, null, null);
        refused(() -> replying.place(article, request, 1, words, rafael()), Problem.Kind.CONFLICT);
        replying.answer(article, request, answered("Twelve."), rafael());
        refused(() -> replying.place(article, request, 2, words, rafael()), Problem.Kind.STALE);
        refused(() -> replying.place(article, request, 1, new Quote("Not there.", null, null, null), rafael()),
                Problem.Kind.BAD_INPUT);
        refused(() -> replying.answer(press.anOpenArticle(1), request, answered("x"), rafael()), Problem.Kind.ABSENT);
        for (String person : List.of("viktor", "stella")) {
            refused(() -> replying.ask(article, overdue(), story.person(person)), Problem.Kind.FORBIDDEN);
        }
    }

    @Test
    void namesAndWordsEnterTheHistoryAsCommitmentsAlone() {
        long article = press.anOpenArticle(1);
        replying.ask(article, overdue(), rafael());
        History.Line line = QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(article, Long.MAX_VALUE, 1))
                .get(0);
        assertThat(line.act()).isEqualTo("ASK_REPLY");
        assertThat(line.body()).doesNotContain("Hana", "Harbor Office", "eleven");
        assertThat(line.texts()).containsEntry("person", "Hana Keeper").containsKey("questions");
    }

    @Test
    void theDatabaseRefusesOnItsOwn() {
        long article = press.anOpenArticle(1);
        long request = replying.ask(article, overdue(), rafael());
        long answer = replying.answer(article, request, answered("Twelve."), rafael());
        refusedSql("update reply_request set due_at = due_at + interval '1 day' where id = " + request, "append-only");
        refusedSql("delete from reply_answer where id = " + answer, "append-only");
        refusedSql(
                "insert into reply_answer (request_id, outcome, text, came_at, recorded_by, role, recorded_at, entry_id)"
                        + " select request_id, outcome, text, came_at, '" + story.person("edith").id()
                        + "', role, recorded_at, entry_id from reply_answer where id = " + answer,
                "recorded by no act");
        refusedSql("with e as (insert into entry (at, person_id, role, act, article_id, body) values (now(), '"
                + rafael().id() + "', 'REPORTER', 'PLACE_REPLY', " + article + ", '{}') returning id, person_id)"
                + " insert into reply_place (answer_id, article_id, revision, exact, start_at, end_at, recorded_by, role, recorded_at, entry_id)"
                + " select " + answer + ", " + article
                + ", 1, 'Not there', 0, 9, person_id, 'REPORTER', now(), id from e",
                "do not stand there");
    }

    private static void refusedSql(String sql, String because) {
        assertThatThrownBy(() -> Press.sql(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }

    @Test
    void repliesAreRecordedOnThePageAndWhatWasTypedSurvives() {
        long article = press.anOpenArticle(2);
        String path = "/articles/" + article + "/replies";
        Visitor rafael = Visitor.signedIn("rafael");
        assertThat(rafael.get("/articles/" + article).page().select("a[href=" + path + "]")).hasSize(1);
        Seen page = rafael.get(path);
        Map<String, String> typed = Map.of("person", "Hana Keeper", "questions", "Is it so?", "channel", "PHONE",
                "asked",
                "2026-01-01T10:00", "due", "2025-01-01T10:00");
        Seen refused = rafael.submit(page, "/ask", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.form("/ask").selectFirst("textarea").wholeText()).isEqualTo("Is it so?");
        Seen asked = rafael.submit(page, "/ask", Map.of("person", "Hana Keeper", "questions", "Is it so?", "channel",
                "PHONE", "asked", "2026-01-01T10:00", "due", "2026-01-02T10:00"));
        assertThat(asked.page().text()).contains("Hana Keeper", "overdue");
        assertThat(rafael.get("/articles/" + article + "/gate").page().text()).contains("Reply of Hana Keeper");
        Seen answered = rafael.submit(asked, "/answer", Map.of("outcome", "DECLINED"));
        assertThat(answered.page().text()).contains("declined to comment", "not in the text");
        Seen twice = rafael.submit(answered, "/place", Map.of("exact", "people."));
        assertThat(twice.page().select("input[type=radio][name=start]")).hasSize(2);
        Seen placed = rafael.submit(twice, "/place", Map.of("exact", Story.words(2)));
        assertThat(placed.page().text()).contains("In the text: " + Story.words(2));
        Seen viktor = Visitor.signedIn("viktor").get(path);
        assertThat(viktor.page().text()).contains("Hana Keeper");
        assertThat(viktor.page().select("main form")).isEmpty();
    }

    @Test
    void repliesAreRecordedByTheApi() {
        long article = press.anOpenArticle(2);
        String path = "/api/v1/articles/" + article + "/replies";
        Map<String, Object> body = Map.of("person", "Hana", "questions", "Is it so?", "channel", "EMAIL", "asked",
                "2026-01-01T10:00:00Z", "due", "2026-01-02T10:00:00Z", "claims",
                List.of(story.lines(article).get(0).id()));
        assertThat(as("viktor").contentType(ContentType.JSON).body(body).post(path).statusCode()).isEqualTo(403);
        Response asked = as("rafael").contentType(ContentType.JSON).body(body).post(path);
        assertThat(asked.statusCode()).isEqualTo(200);
        String one = path + "/" + asked.jsonPath().getLong("[0].id");
        as("rafael").contentType(ContentType.JSON)
                .body(Map.of("outcome", "ANSWERED", "text", "So."))
                .post(one + "/answers");
        Response placed = as("rafael").contentType(ContentType.JSON)
                .body(Map.of("revision", 1, "quote", Map.of("exact", Story.words(2))))
                .post(one + "/places");
        assertThat(placed.jsonPath().getString("[0].standing")).isEqualTo("PLACED");
        assertThat(as("viktor").get(path).jsonPath().getString("[0].answers[0].text")).isEqualTo("So.");
    }

    @Test
    void manyRequestsTakeAsManyStatementsAsOne() {
        long article = press.anOpenArticle(1);
        replying.ask(article, overdue(), rafael());
        Visitor rafael = Visitor.signedIn("rafael");
        int one = statements(rafael, "/articles/" + article + "/replies");
        int gate = statements(rafael, "/articles/" + article + "/gate");
        for (int i = 0; i < 8; i++) {
            long request = replying.ask(article, overdue(), rafael());
            replying.answer(article, request, answered("Twelve."), rafael());
        }
        assertThat(statements(rafael, "/articles/" + article + "/replies")).isEqualTo(one).isLessThan(10);
        assertThat(statements(rafael, "/articles/" + article + "/gate")).isEqualTo(gate);
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
