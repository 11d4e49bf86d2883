package org.claimdesk.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A name that was sealed is nowhere: not in the database and the files under it, the log, the API, the pages, the store.
 * The same way is gone with an interview that is not sealed, so that it is seen that the search finds what is there.
 */
@NewsroomTest
class SealedNowhereTest {

    private static final String V1 = "/api/v1";
    private static final List<String> EVERYBODY = List.of("edith", "rafael", "mina", "viktor", "wanda", "stella", "bo");
    private static final Path SERVERS = Path.of("target", "servers");

    @Inject
    Story story;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        private final PatternFormatter lines = new PatternFormatter("%c %s %X %e%n");

        @Override
        public void publish(LogRecord line) {
            log.add(lines.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Everything about one made-up person that would tell who it is. */
    private record Person(String name, String surname, String function, String organisation, String file, byte[] tape,
            boolean sealed) {

        static Person of(String first, String surname, boolean sealed) {
            // The same words over and over, so that they are found wherever a part of the recording is.
            byte[] tape = (" [" + surname + " speaks] ").repeat(20_000).getBytes(UTF_8);
            System.arraycopy("ID3\3\0\0\0\0\0\0".getBytes(UTF_8), 0, tape, 0, 10);
            return new Person(first + " " + surname, surname, "vexillographer " + surname + "ian",
                    surname + " Customs Guild", "talk-with-" + surname + ".mp3", tape, sealed);
        }

        Sweep sweep() {
            return Sweep.of(name, surname, file);
        }

        Map<String, String> form() {
            Map<String, String> form = new HashMap<>(Map.of("person", name, "function", function, "organisation",
                    organisation, "described", Sealed.DESCRIBED, "channel", "IN_PERSON", "attribution",
                    "OFF_THE_RECORD", "heldAt", "2026-01-02T03:04", "stance", "SUPPORTS", "quotes",
                    "They came at night.\n\nAll of them."));
            if (sealed) {
                form.put("sealed", "yes");
            }
            return form;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new HashMap<>(Map.of("kind", "INTERVIEW", "person", name, "function", function,
                    "organisation", organisation, "described", Sealed.DESCRIBED, "channel", "PHONE", "attribution",
                    "BACKGROUND", "heldAt", "2026-01-02T03:04:00Z", "stance", "SUPPORTS"));
            json.put("sealed", sealed);
            json.put("quotes", List.of("At night."));
            return json;
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void aSealedNameIsNowhere() throws Exception {
        Person who = Person.of("Xanthippe", "Quillfeather", true);
        long claim = attachesInEveryWay(who);
        long evidence = story.sheet(claim, "rafael").evidence().get(0).id();
        String page = "/claims/" + claim + "/evidence/" + evidence + "/sealed";

        opensAndReads(who, page);
        List<String> given = everythingGivenOut(claim, evidence, page);

        assertThat(given).hasSizeGreaterThan(100).noneMatch(who.sweep()::in);
        assertThat(story.sheet(claim, "rafael").evidence()).hasSize(4).allMatch(piece -> piece.sealed());
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThat(who.sweep().tables(environment)).isEmpty();
        assertThat(who.sweep().files(SERVERS.resolve("data"))).isEmpty();
        assertThat(who.sweep().files(SERVERS.resolve("log"))).isEmpty();
        assertThat(log).noneMatch(who.sweep()::in);
    }

    @Test
    void anOpenNameIsFoundByTheSameSearch() throws Exception {
        Person who = Person.of("Ottilie", "Brambleshade", false);
        long claim = attachesInEveryWay(who);
        long evidence = story.sheet(claim, "rafael").evidence().get(0).id();
        org.jboss.logging.Logger.getLogger(SealedNowhereTest.class)
                .error("it failed", new IllegalStateException("with " + who.name()));

        List<String> given = everythingGivenOut(claim, evidence, "/claims/" + claim);

        assertThat(given).filteredOn(who.sweep()::in).hasSizeGreaterThan(30);
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThat(who.sweep().tables(environment)).contains("public.evidence", "public.disclosure", "public.source",
                "public.once");
        assertThat(who.sweep().files(SERVERS.resolve("data/evidence"))).isNotEmpty();
        assertThat(who.sweep().files(SERVERS.resolve("data/postgres"))).isNotEmpty();
        assertThat(log).anyMatch(who.sweep()::in);
    }

    /** By the page with a recording, by the API with and without one, again with its key; and refused in every way. */
    private long attachesInEveryWay(Person who) {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        String form = "/claims/" + claim;
        Map<String, String> incomplete = new HashMap<>(who.form());
        incomplete.put("channel", "");
        Seen refused = rafael.upload(rafael.get(form), "/interview", incomplete, who.file(), who.tape());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.form("/interview").selectFirst("[name=person]").val()).isEqualTo(who.name());
        assertThat(refused.response().headers().firstValue("cache-control")).hasValue("no-store");
        if (who.sealed()) {
            assertThat(who.sweep().in(refused.trouble())).isFalse();
            refusesWhatNamesThem(rafael, form, who);
        }
        Seen attached = rafael.upload(rafael.get(form), "/interview", who.form(), who.file(), who.tape());
        assertThat(attached.status()).as(attached.trouble()).isEqualTo(200);
        assertThat(rafael.submit(rafael.get(form), "/interview", who.form()).status()).isEqualTo(200);

        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            json(claim, who.json(), "\"2\"", key).then().statusCode(201);
        }
        Map<String, Object> other = new HashMap<>(who.json());
        other.put("channel", "LETTER");
        List<Response> refusals = List.of(json(claim, other, "\"2\"", key), json(claim, who.json(), "\"0\"", null),
                json(claim, with(who.json(), "channel", who.name()), "\"3\"", null),
                json(claim, with(who.json(), "heldAt", "2999-01-01T00:00:00Z"), "\"3\"", null),
                json(claim, with(who.json(), "person", who.name() + "\u0007"), "\"3\"", null),
                json(claim, with(who.json(), "person", who.name().repeat(50)), "\"3\"", null),
                as("rafael").contentType(ContentType.JSON)
                        .header("If-Match", "\"3\"")
                        .body("{\"kind\": \"INTERVIEW\", \"person\": \"" + who.name() + "\", \"person\"")
                        .post(V1 + "/claims/" + claim + "/evidence"),
                as("viktor").contentType(ContentType.JSON)
                        .header("If-Match", "\"3\"")
                        .body(who.json())
                        .post(V1 + "/claims/" + claim + "/evidence"));
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
            assertThat(who.sweep().in(refusal.asString())).as(refusal.asString()).isFalse();
        });
        as("rafael").header("If-Match", "\"3\"")
                .multiPart("interview", who.json(), "application/json")
                .multiPart("file", who.file(), who.tape(), "audio/mpeg")
                .post(V1 + "/claims/" + claim + "/interviews")
                .then()
                .statusCode(201);
        return claim;
    }

    private static void refusesWhatNamesThem(Visitor rafael, String form, Person who) {
        for (String field : List.of("title", "note", "locator", "quotes", "described", "source", "origin")) {
            Map<String, String> slip = new HashMap<>(who.form());
            slip.put(field, "Somebody called " + who.surname().toUpperCase());
            Seen refused = rafael.submit(rafael.get(form), "/interview", slip);
            assertThat(refused.status()).as(field).isEqualTo(400);
            assertThat(refused.trouble()).contains("\"" + field + "\"");
            assertThat(who.sweep().in(refused.trouble())).isFalse();
        }
    }

    /** Rafael asks, stella grants, both read and hear; mina, who did neither, does not; then it closes. */
    private void opensAndReads(Person who, String page) {
        Visitor rafael = Visitor.signedIn("rafael");
        Visitor stella = Visitor.signedIn("stella");
        assertThat(rafael.submit(rafael.get(page), "/ask", Map.of("reason", " ")).status()).isEqualTo(400);
        Seen asked = rafael.submit(rafael.get(page), "/ask", Map.of("reason", "A letter from a lawyer."));
        assertThat(who.sweep().in(asked.response().body())).isFalse();
        assertThat(stella.get("/desk").page().text()).contains("Seals to open", "A letter from a lawyer.");
        Seen opened = stella.submit(stella.get(page), "/grant", Map.of());
        for (Visitor reader : List.of(rafael, stella)) {
            Seen read = reader.get(page);
            assertThat(read.page().text()).contains(who.name(), who.function(), who.organisation(), who.file());
            assertThat(read.response().headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(reader.bytes(page + "/recording")).isEqualTo(who.tape());
            assertThat(reader.bytes(page + "/played")).isEqualTo(who.tape());
        }
        assertThat(opened.page().select("audio")).hasSize(1);
        for (String part : List.of("", "/recording", "/played")) {
            assertThat(who.sweep().in(Visitor.signedIn("mina").get(page + part).response().body())).as(part).isFalse();
        }
        Later.by(Duration.ofMinutes(11));
        assertThat(stella.get(page).page().text()).doesNotContain(who.surname());
        assertThat(stella.get(page + "/recording").status()).isEqualTo(403);
    }

    /** All pages and all answers of the API that have anything to do with it, for everybody. */
    private List<String> everythingGivenOut(long claim, long evidence, String page) {
        long article = story.line(claim).article();
        long source = story.sheet(claim, "rafael").evidence().get(0).source().id();
        List<String> given = new ArrayList<>();
        for (String person : EVERYBODY) {
            Visitor visitor = Visitor.signedIn(person);
            for (String path : List.of("/desk", "/articles", "/articles/" + article, "/claims/" + claim, "/sources",
                    "/sources/" + source, page, "/evidence/" + evidence + "/content",
                    "/articles/" + article + "/revisions", "/search?what=evidence&q=night",
                    "/search?what=evidence&kind=INTERVIEW")) {
                given.add(visitor.get(path).response().headers().map() + visitor.get(path).response().body());
            }
            for (String path : List.of("/desk", "/articles", "/articles/" + article, "/articles/" + article + "/claims",
                    "/articles/" + article + "/history", "/claims", "/claims/" + claim,
                    "/claims/" + claim + "/evidence",
                    "/claims/" + claim + "/evidence/" + evidence, "/claims/" + claim + "/history", "/sources",
                    "/sources/" + source, "/sources/" + source + "/claims", "/people",
                    "/evidence/" + evidence + "/openings", "/evidence/" + evidence + "/content",
                    "/search/evidence?limit=200&kind=INTERVIEW", "/search/claims?limit=200")) {
                Response answer = as(person).get(V1 + path);
                given.add(answer.headers() + answer.asString());
            }
        }
        given.add(as("rafael").get("/api/openapi?format=json").asString());
        return given;
    }

    private static Response json(long claim, Map<String, Object> body, String version, String key) {
        var request = as("rafael").contentType(ContentType.JSON).header("If-Match", version).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(V1 + "/claims/" + claim + "/evidence");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
