package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.Story;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts are drawn from a seed that nobody could choose, and anybody draws the same again. */
@NewsroomTest
class DrawTest {

    private static final String DRAWS = "/api/v1/audits/draws/";

    @Inject
    Story story;
    @Inject
    Lots lots;
    @Inject
    Drawing drawing;
    @Inject
    Sequenced sequenced;

    @AfterEach
    void nothingIsLeftWaiting() {
        lots.finish();
    }

    @Test
    void aStrangerDrawsTheSameFromWhatIsPublished() throws Exception {
        long article = lots.anArticleWith(8);
        // Each gets another verdict, which comes last in the list.
        risky(article, 2, Risk.LEGAL);
        risky(article, 5, Risk.HIGH);
        long draw = lots.drawn(article, 4);

        JsonPath read = as("rafael").get(DRAWS + draw).then().statusCode(200).extract().jsonPath();
        byte[] list = as("rafael").get(DRAWS + draw + "/candidates").then().statusCode(200).extract().asByteArray();

        assertThat(read.getList("drawn", Long.class)).hasSize(4)
                .isEqualTo(again(read.getString("draw.root"), draw, list, 4));
        assertThat(new String(list, StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(".*,", "")))
                .containsExactly("weight", "1", "1", "1", "1", "1", "1", "6", "3");
    }

    /** Everything the draw rests on is in the ledger, before the seed is. */
    @Test
    void theLedgerBearsTheDrawOut() throws Exception {
        long article = lots.anArticleWith(3);
        long draw = lots.drawn(article, 2);
        JsonPath read = as("rafael").get(DRAWS + draw).jsonPath();
        byte[] list = as("rafael").get(DRAWS + draw + "/candidates").asByteArray();

        JsonPath proof = as("rafael").get("/api/v1/ledger/entries/" + draw + "/proof").jsonPath();
        JsonPath body = new JsonPath(proof.getString("body"));
        assertThat(body.getString("act")).isEqualTo("DRAW");
        assertThat(body.getLong("article")).isEqualTo(article);
        assertThat(body.getString("facts.candidatesSha256")).isEqualTo(sha256(list));
        assertThat(body.getInt("facts.size")).isEqualTo(2);
        assertThat(body.getMap("facts.weights")).isEqualTo(Map.of("NORMAL", 1, "HIGH", 3, "LEGAL", 6));
        assertThat(proof.getLong("index")).isEqualTo(read.getLong("draw.index"))
                .isLessThan(read.getLong("draw.checkpoint"));
        assertThat(as("rafael").get("/api/v1/ledger/consistency?from=" + read.getLong("draw.checkpoint"))
                .jsonPath()
                .getString("fromRoot")).isEqualTo(read.getString("draw.root"));
    }

    /** The lines of docs/audits.md, as somebody with another language runs them. */
    @Test
    void theLinesOfTheDocsDrawTheSame(@TempDir Path there) throws Exception {
        Assumptions.assumeTrue(python(there, "-c", "pass").exitValue() == 0, "no Python here");
        long draw = lots.drawn(lots.anArticleWith(7), 5);
        Files.write(there.resolve("draw.json"), as("rafael").get(DRAWS + draw).asByteArray());
        Files.write(there.resolve("candidates.csv"), as("rafael").get(DRAWS + draw + "/candidates").asByteArray());
        String docs = Files.readString(Path.of("docs/audits.md"));
        Files.writeString(there.resolve("again.py"), docs.split("```python\n")[1].split("```")[0]);

        Process python = python(there, "again.py");

        assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(as("rafael").get(DRAWS + draw)
                        .jsonPath()
                        .getList("drawn", Long.class)
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    @Test
    void whatWasSettledBeforeTheSeedStaysAsItWas() {
        long article = lots.anArticleWith(3);
        long draw = drawing.draw(Lots.of(article, 2), stella());
        as("rafael").get(DRAWS + draw).then().body("draw.seed", equalTo(null)).body("drawn.size()", equalTo(0));
        drawing.complete();
        as("rafael").get(DRAWS + draw).then().body("draw.seed", equalTo(null));
        long other = story.anArticle();
        story.aVerifiedClaim(other, 1);

        lots.finish();

        as("rafael").get(DRAWS + draw).then().body("draw.candidates", equalTo(3)).body("drawn.size()", equalTo(2));
    }

    @Test
    void oneDrawEndsBeforeTheNextBegins() {
        long article = lots.anArticleWith(2);
        drawing.draw(Lots.of(article, 1), stella());

        refused(Problem.Kind.CONFLICT, Lots.of(article, 1), stella(), "waits for its seed");
    }

    @Test
    void whatWasDrawnIsNotDrawnAgain() {
        long article = lots.anArticleWith(3);
        lots.drawn(article, 2);

        refused(Problem.Kind.BAD_INPUT, Lots.of(article, 2), stella(), "only 1 verdict");
        assertThat(lots.audits(lots.drawn(article, 1))).hasSize(1);
        refused(Problem.Kind.BAD_INPUT, Lots.of(article, 1), stella(), "nothing to draw");
    }

    @Test
    void onlyVerdictsThatStandOfThatTimeAndDeskAreDrawn() {
        long article = lots.anArticleWith(3);
        List<Long> claims = story.lines(article).stream().map(line -> line.id()).toList();
        story.checking().dispute(story.ref(claims.get(0)), Grounds.OTHER, "No.", story.person("wanda"));
        story.checking().drop(story.ref(claims.get(1)), "No claim.", story.person("edith"));

        refused(Problem.Kind.BAD_INPUT, Lots.of(article, 2), stella(), "only 1 verdict");
        refused(Problem.Kind.BAD_INPUT,
                new Sample(article, null, Lots.LONG_AGO, Instant.parse("2021-01-01T00:00:00Z"), 1), stella(),
                "nothing to draw");
        refused(Problem.Kind.BAD_INPUT, new Sample(null, "/desks/courts", Lots.FAR_AHEAD,
                Lots.FAR_AHEAD.plusSeconds(1), 1), stella(), "nothing to draw");
    }

    @Test
    void moreThanThereIsSaysHowManyThereAre() {
        long article = lots.anArticleWith(2);

        api("stella", body(article, 3)).then()
                .statusCode(400)
                .body("field", equalTo("size"), "available", equalTo(2), "detail", containsString("only 2"));
    }

    @ParameterizedTest
    @CsvSource({"size, 0, size", "size, -1, size", "size, 1001, size", "size, , size", "from, , from", "until, , until",
            "until, 2019-01-01T00:00:00Z, until", "article, 999999999, article", "desk, /desks/nowhere, desk"})
    void whatCannotBeDrawnIsRefused(String field, String value, String wrong) {
        Map<String, Object> body = body(lots.anArticleWith(1), 1);
        if (field.equals("desk")) {
            body.remove("article");
        }
        body.put(field, value == null ? null : field.matches("size|article") ? (Object) Long.valueOf(value) : value);

        api("stella", body).then().statusCode(400).body("field", equalTo(wrong));
    }

    @Test
    void aDeskAndAnArticleAreNotBothChosen() {
        Map<String, Object> body = body(lots.anArticleWith(1), 1);
        body.put("desk", Story.IMMIGRATION);

        api("stella", body).then().statusCode(400).body("field", equalTo("desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edith", "rafael", "viktor"})
    void onlyTheStandardsDeskDraws(String person) {
        long article = lots.anArticleWith(1);

        api(person, body(article, 1)).then().statusCode(403);
        refused(Problem.Kind.FORBIDDEN, Lots.of(article, 1), story.person(person), "standards desk");
    }

    /** Nobody chooses what comes out, so a part in it does not matter here; it does when it is taken. */
    @Test
    void whoVerifiedSomeOfItMayDraw() {
        long article = lots.anArticleWith(1);
        Acting viktor = story.person("viktor");
        Acting both = new Acting(viktor.id(), viktor.username(), viktor.name(), Set.of(Role.REVIEWER, Role.STANDARDS),
                viktor.desks());

        drawing.draw(Lots.of(article, 1), both);

        lots.finish();
    }

    @Test
    void aDrawByTheApiIsDoneOnceForItsKey() {
        long article = lots.anArticleWith(1);
        String key = "draw-" + article;
        Response first = as("stella").header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body(article, 1))
                .post("/api/v1/audits/draws");
        Response second = as("stella").header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body(article, 1))
                .post("/api/v1/audits/draws");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location")).startsWith(DRAWS);
    }

    private void risky(long article, int sentence, Risk risk) {
        long claim = story.lines(article).get(sentence - 1).id();
        story.checking().dispute(story.ref(claim), Grounds.OTHER, "Look again.", story.person("wanda"));
        story.checking()
                .reassign(story.ref(claim), new Assignment(Story.IMMIGRATION, story.person("rafael").id(),
                        story.line(claim).deadline(), risk), story.person("edith"));
        story.checking().answer(story.ref(claim), "Done.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "Yes.",
                        Dispute.Outcome.REJECTED, null, story.person("viktor"));
    }

    private Acting stella() {
        return story.person("stella");
    }

    private void refused(Problem.Kind kind, Sample sample, Acting who, String words) {
        assertThatThrownBy(() -> drawing.draw(sample, who)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem).hasMessageContaining(words);
        });
    }

    private static Map<String, Object> body(long article, int size) {
        return new LinkedHashMap<>(Map.of("article", article, "from", Lots.LONG_AGO.toString(), "until",
                Lots.FAR_AHEAD.toString(), "size", size));
    }

    private static Response api(String who, Map<String, Object> body) {
        return as(who).contentType(ContentType.JSON).body(body).post("/api/v1/audits/draws");
    }

    /** The draw once more, in another way than the service's: a hat that is laid out anew for each ticket. */
    private static List<Long> again(String root, long draw, byte[] list, int size) throws Exception {
        Map<Long, Integer> hat = Arrays.stream(new String(list, StandardCharsets.US_ASCII).split("\n"))
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(line -> Long.valueOf(line[0]), line -> Integer.valueOf(line[1]),
                        (one, other) -> one, TreeMap::new));
        String seed = sha256((root + ":" + draw).getBytes(StandardCharsets.US_ASCII));
        List<Long> drawn = new ArrayList<>();
        while (drawn.size() < size) {
            NavigableMap<BigInteger, Long> laid = new TreeMap<>();
            BigInteger end = BigInteger.ZERO;
            for (Map.Entry<Long, Integer> one : hat.entrySet()) {
                laid.put(end, one.getKey());
                end = end.add(BigInteger.valueOf(one.getValue()));
            }
            String hash = sha256((seed + ":" + (drawn.size() + 1)).getBytes(StandardCharsets.US_ASCII));
            long verdict = laid.floorEntry(new BigInteger(hash, 16).mod(end)).getValue();
            drawn.add(verdict);
            hat.remove(verdict);
        }
        return drawn;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Process python(Path there, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).directory(there.toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process;
        } catch (IOException none) {
            return Assumptions.abort("no Python here");
        }
    }
}
