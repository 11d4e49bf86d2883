package org.claimdesk.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.desk.search.Shelf.found;
import static org.claimdesk.desk.search.Shelf.search;
import static org.claimdesk.desk.search.Shelf.word;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims and articles are found by their words and by what they are, at once, and each of them once. */
@NewsroomTest
class SearchTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    Story story;
    @ConfigProperty(name = "claimdesk.zone")
    ZoneId zone;

    @Test
    void aClaimIsFoundByItsWordsAsSoonAsItIsMarked() {
        String word = word();
        long claim = claim("The " + word + " carried Müller's 138 crates.");

        assertThat(found("claims", "q", word)).containsExactly(claim);
        assertThat(found("claims", "q", word.toUpperCase() + " crate")).containsExactly(claim);
        assertThat(found("claims", "q", word + " carrying muller")).containsExactly(claim);
        assertThat(found("claims", "q", "\"138 crates\" " + word)).containsExactly(claim);
        assertThat(found("claims", "q", "“138 crates” " + word)).containsExactly(claim);
        assertThat(found("claims", "q", "\"crates 138\" " + word)).isEmpty();
        assertThat(found("claims", "q", word + " -crates")).isEmpty();
        assertThat(found("claims", "q", word + " nobody")).isEmpty();
        search("mina", "claims", "q", word).then()
                .body("[0].words.find { it.found }.text", equalTo(word))
                .body("[0].words.text.join('')", equalTo("The " + word + " carried Müller's 138 crates."));
    }

    @Test
    void byEachFilterAndSeveralTogether() {
        String word = word();
        long article = story.anArticleOf("Filters\n" + "The " + word + " came one.\nThe " + word + " came two.\nThe "
                + word + " came three.\nThe " + word + " came four.");
        long free = story.aClaimOn(article, 1, "The " + word + " came one.");
        story.checking()
                .reassign(story.ref(free), new Assignment(Story.IMMIGRATION, null, null, Risk.LEGAL),
                        story.person("edith"));
        long assigned = story.aClaimOn(article, 1, "The " + word + " came two.");
        long disputed = sourced(article, "The " + word + " came three.");
        story.checking().dispute(story.ref(disputed), Grounds.FIGURE, "How many?", story.person("viktor"));
        long verified = sourced(article, "The " + word + " came four.");
        story.checking()
                .verify(story.ref(verified), Rating.MISLEADING, "Half of it.", null, null, story.person("viktor"));
        UUID rafael = story.person("rafael").id();
        UUID edith = story.person("edith").id();
        UUID viktor = story.person("viktor").id();

        assertThat(found("claims", "q", word)).containsExactly(verified, disputed, assigned, free);
        assertThat(found("claims", "q", word, "state", "DISPUTED")).containsExactly(disputed);
        assertThat(found("claims", "q", word, "state", "assigned")).containsExactly(assigned, free);
        assertThat(found("claims", "q", word, "desk", Story.IMMIGRATION)).hasSize(4);
        assertThat(found("claims", "q", word, "desk", "/desks/courts")).isEmpty();
        assertThat(found("claims", "q", word, "person", rafael)).containsExactly(verified, disputed, assigned);
        assertThat(found("claims", "q", word, "person", edith)).isEmpty();
        assertThat(found("claims", "q", word, "person", edith, "part", "MARKED")).hasSize(4);
        assertThat(found("claims", "q", word, "person", viktor, "part", "VERIFIED")).containsExactly(verified);
        assertThat(found("claims", "q", word, "rating", "MISLEADING")).containsExactly(verified);
        assertThat(found("claims", "q", word, "rating", "ACCURATE")).isEmpty();
        assertThat(found("claims", "q", word, "risk", "LEGAL")).containsExactly(free);
        assertThat(found("claims", "state", "VERIFIED", "desk", Story.IMMIGRATION, "person", rafael, "rating",
                "MISLEADING", "limit", 1)).containsExactly(verified);
        assertThat(found("claims", "q", word, "state", "DISPUTED", "desk", Story.IMMIGRATION, "person", rafael))
                .containsExactly(disputed);
    }

    @Test
    void byTheDayItWasMarked() {
        String word = word();
        long claim = claim("The " + word + " came.");
        LocalDate today = story.line(claim).changedAt().atZone(zone).toLocalDate();

        assertThat(found("claims", "q", word, "from", today, "to", today)).containsExactly(claim);
        assertThat(found("claims", "q", word, "from", today)).containsExactly(claim);
        assertThat(found("claims", "q", word, "to", today.minusDays(1))).isEmpty();
        assertThat(found("claims", "q", word, "from", today.plusDays(1))).isEmpty();
    }

    @Test
    void aClaimThatChangesIsFoundAsItIs() {
        String before = word();
        String after = word();
        long article = story.anArticleOf("Story\nThe gate took 138 " + before + " people a night for a year.");
        long claim = story.aClaimOn(article, 1, "The gate took 138 " + before + " people a night for a year.");

        story.revise(article, 1, "Story\nThe gate took 138 " + after + " people a night for a year.");

        assertThat(found("claims", "q", before)).isEmpty();
        assertThat(found("claims", "q", after)).containsExactly(claim);
        assertThat(found("articles", "q", before)).isEmpty();
        assertThat(found("articles", "q", after)).containsExactly(article);
    }

    @Test
    void aDroppedClaimIsFoundAsDropped() {
        String word = word();
        long claim = claim("The " + word + " came.");
        story.checking().drop(story.ref(claim), "It is no claim.", story.person("edith"));

        search("mina", "claims", "q", word).then()
                .body("claim.id", equalTo(List.of((int) claim)))
                .body("[0].claim.dropped", equalTo(true));
    }

    @Test
    void pagingComesToEachExactlyOnceWhileClaimsAreAdded() {
        String word = word();
        StringBuilder text = new StringBuilder("Many");
        for (int i = 10; i < 30; i++) {
            text.append("\nThe ").append(word).append(" came ").append(i).append(" times.");
        }
        long article = story.anArticleOf(text.toString());
        List<Long> marked = new ArrayList<>();
        for (int i = 10; i < 21; i++) {
            marked.add(0, story.aClaimOn(article, 1, "The " + word + " came " + i + " times."));
        }

        List<Long> walked = new ArrayList<>();
        int next = 21;
        String page = "/api/v1/search/claims?limit=4&q=" + word + "+-%22%7Bx%7D%22";
        while (page != null) {
            Response answer = as("mina").urlEncodingEnabled(false).get(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            walked.addAll(Shelf.ids("claims", answer));
            Matcher link = NEXT.matcher(String.valueOf(answer.header("Link")));
            page = link.find() ? link.group(1) : null;
            story.aClaimOn(article, 1, "The " + word + " came " + next++ + " times.");
        }

        assertThat(walked).isEqualTo(marked);
    }

    @Test
    void anArticleIsFoundByHeadlineTextDeskAndAuthor() {
        String word = word();
        long mine = story.anArticle(2, "By " + story.person("rafael").name());
        long article = story.anArticleOf("Night of the " + word + "\nNothing else.\nOnly the " + word
                + "s stand at the gate.");
        UUID author = story.person("rafael").id();

        assertThat(found("articles", "q", word, "desk", Story.IMMIGRATION)).containsExactly(article);
        assertThat(found("articles", "q", word + " gate standing")).containsExactly(article);
        assertThat(found("articles", "q", word, "desk", "/desks/courts")).isEmpty();
        assertThat(found("articles", "q", word, "person", author)).isEmpty();
        assertThat(found("articles", "person", author, "limit", 200)).contains(mine).doesNotContain(article);
        search("mina", "articles", "q", word).then()
                .body("[0].headline.find { it.found }.text", equalTo(word))
                .body("[0].passage.any { it.found }", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "a'b\\'c", "\"", "\"open", "& | ! : * ( ) <->", "zebra & !gate | x:*", "zebra:*A", "%",
            "_%_", "\\", "--", "-", "; drop table index_card", "zebra OR OR or", "<b>zebra</b>", "{zebra}", "${x}",
            "\uD83D\uDE80",
            "\uD83D\uDE80 zebra", "…!?", "the", "N=CLAIM0", "'S=VERIFIED'", "a\uFEFFb", "-gate", "שלום", "العربية"})
    void whateverSignsAreTypedItIsWordsOrRefusedByField(String typed) {
        for (String what : List.of("claims", "evidence", "articles")) {
            Response answer = search("mina", what, "q", typed, "limit", 3);
            if (answer.statusCode() != 200) {
                answer.then().statusCode(400).body("field", equalTo("q"));
            }
        }
    }

    @Test
    void whatHoldsNoWordIsRefusedAndAVeryLongTextToo() {
        for (String typed : List.of("…!?", "«»", "the", "a\u0000b", "\uD800", "word ".repeat(101))) {
            search("mina", "claims", "q", typed).then().statusCode(400).body("field", equalTo("q"));
        }
        search("mina", "claims", "q", "word ".repeat(99)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"claims, state, OPEN", "claims, rating, TRUE", "claims, risk, '1'", "claims, part, AUTHOR",
            "claims, person, rafael", "claims, desk, immigration", "claims, from, 2026-02-30", "claims, to, today",
            "claims, from, +300000-01-01", "claims, to, -0001-01-01", "claims, from, +999999999-12-31",
            "claims, after, '0'", "claims, after, x", "claims, limit, '201'", "evidence, kind, PHOTO",
            "evidence, person, '1'", "articles, person, '1'", "articles, desk, a/b"})
    void whatIsNoSuchThingIsRefusedByItsField(String what, String field, String value) {
        search("mina", what, field, value).then().statusCode(400).body("field", equalTo(field));
    }

    @Test
    void whatCannotBeIsSaid() {
        for (String part : List.of("rating=ACCURATE", "part=VERIFIED&person=" + story.person("viktor").id())) {
            as("mina").get("/api/v1/search/claims?state=SOURCED&" + part)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("state"));
        }
        search("mina", "claims", "state", "SOURCED", "part", "VERIFIED").then().statusCode(200);
    }

    @Test
    void daysTheWrongWayRoundAreRefusedAndUnknownPeopleAndDesksFindNothing() {
        search("mina", "claims", "from", "2026-11-03", "to", "2026-11-02").then()
                .statusCode(400)
                .body("field", equalTo("from"));
        assertThat(found("claims", "person", UUID.randomUUID())).isEmpty();
        assertThat(found("claims", "desk", "/desks/it's \\ no & desk")).isEmpty();
        assertThat(found("claims", "desk", "/desks/" + "ü".repeat(490))).isEmpty();
    }

    @Test
    void everyRoleSearchesAndAStrangerDoesNot() {
        for (String person : List.of("edith", "rafael", "viktor", "stella")) {
            search(person, "claims", "q", "gate").then().statusCode(200);
        }
        for (String what : List.of("claims", "evidence", "articles")) {
            RestAssured.given().get("/api/v1/search/" + what).then().statusCode(401);
        }
    }

    @Test
    void theDescriptionNamesTheFields() {
        Map<String, Object> paths = as("mina").get("/api/openapi?format=json").jsonPath().getMap("paths");

        assertThat(paths.get("/api/v1/search/claims").toString()).contains("state", "rating", "part", "after", "Link");
        assertThat(paths).containsKeys("/api/v1/search/evidence", "/api/v1/search/articles");
    }

    private long claim(String sentence) {
        return story.aClaimOn(story.anArticleOf("Found\n" + sentence), 1, sentence);
    }

    private long sourced(long article, String words) {
        long claim = story.aClaimOn(article, 1, words);
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        return claim;
    }
}
