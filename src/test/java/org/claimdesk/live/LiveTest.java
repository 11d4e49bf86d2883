package org.claimdesk.live;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.inject.Inject;
import org.claimdesk.claim.Later;
import org.claimdesk.claim.Story;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.KeycloakAdmin;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an open page hears, who may listen, and for how long. */
@NewsroomTest
class LiveTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(20);
    private static final int MANY = 20;

    @Inject
    Story story;
    @Inject
    Sequenced sequenced;
    @Inject
    Streams streams;
    @Inject
    Marks marks;
    @Inject
    Clock clock;

    static Visitor rafael;
    static Visitor wanda;

    @BeforeAll
    static void peopleSignIn() {
        rafael = Visitor.signedIn("rafael");
        wanda = Visitor.signedIn("wanda");
    }

    @Test
    void pagesHearWhatOthersDidAndThenShowTheSame() {
        long claim = story.anAssignedClaim();
        long article = story.line(claim).article();
        sequenced.now();
        try (Heard ofClaim = Heard.wellBy(wanda, "claim-" + claim);
                Heard ofArticle = Heard.wellBy(wanda, "article-" + article);
                Heard ofDesk = Heard.wellBy(wanda, "desk")) {
            assertThat(ofClaim.mark()).isEqualTo(shown("/claims/" + claim));
            assertThat(ofArticle.mark()).isEqualTo(shown("/articles/" + article));
            long desk = ofDesk.mark();

            story.attach(claim, "rafael");
            sequenced.now();

            await().atMost(SOON).until(() -> ofDesk.mark() > desk);
            ofClaim.becomes(shown("/claims/" + claim));
            ofArticle.becomes(shown("/articles/" + article));
            ofDesk.becomes(shown("/desk"));
        }
    }

    @Test
    void whatConcernsAnotherClaimIsNotHeardAndManyActsAreOneMark() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        long other = story.anAssignedClaim(article, 2);
        sequenced.now();
        try (Heard quiet = Heard.wellBy(wanda, "claim-" + claim);
                Heard busy = Heard.wellBy(wanda, "claim-" + other)) {
            IntStream.range(0, MANY).forEach(i -> story.attach(other, "rafael"));
            sequenced.now();

            busy.becomes(MANY);
            assertThat(busy.marks()).containsExactly(0L, (long) MANY);
            assertThat(quiet.marks()).containsExactly(0L);
        }
    }

    @Test
    void anArticleHearsOfItsSentencesToo() {
        long article = story.anArticle();
        sequenced.now();
        try (Heard heard = Heard.wellBy(wanda, "article-" + article)) {
            story.revise(article, 1, story.text(article).replace("Boat 3", "Ship 3"));
            sequenced.now();

            heard.becomes(shown("/articles/" + article));
            assertThat(heard.marks()).hasSize(2);
        }
    }

    @Test
    void nothingButNumbersGoesOutAndNothingIsKept() {
        long claim = story.aVerifiedClaim();
        try (Heard heard = Heard.wellBy(wanda, "claim-" + claim)) {
            assertThat(heard.lines()).allMatch(line -> line.matches("(retry|data):\\s?\\d+|"));
            assertThat(heard.answer().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(heard.answer().headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(heard.answer().headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(heard.answer().headers().allValues("Content-Encoding")).isSubsetOf("identity");
        }
    }

    @Test
    void strangersAndWhatIsNotThereAreRefused() {
        assertThat(Heard.refused(Visitor.stranger(), "desk")).isEqualTo(499);
        assertThat(Heard.refused(wanda, "claim-999999999999")).isEqualTo(404);
        assertThat(Heard.refused(wanda, "claim-x")).isEqualTo(400);
        assertThat(Heard.refused(wanda, "")).isEqualTo(400);
    }

    @Test
    void onePersonHasSoManyStreamsAndNoMore() {
        Visitor mina = Visitor.signedIn("mina");
        List<Heard> six = IntStream.range(0, Streams.EACH).mapToObj(i -> Heard.wellBy(mina, "desk")).collect(toList());

        assertThat(Heard.refused(mina, "desk")).isEqualTo(429);
        try (Heard another = Heard.wellBy(rafael, "desk")) {
            assertThat(another.isOver()).isFalse();
        }
        six.remove(0).close();
        // Whether a browser has gone shows when it is told something.
        await().atMost(SOON).untilAsserted(() -> {
            streams.beat();
            Heard next = Heard.by(mina, "desk");
            assertThat(next.answer().statusCode()).isEqualTo(200);
            six.add(next);
        });
        six.forEach(Heard::close);
    }

    @Test
    void anInstanceHasSoManyStreamsAndNoMore() {
        Streams small = new Streams(marks, clock, new SimpleMeterRegistry(), 2);
        List<Stream> two = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            two.add(small.open(UUID.randomUUID(), Watched.DESK, clock.instant().plusSeconds(60)));
        }

        assertThatThrownBy(() -> small.open(UUID.randomUUID(), Watched.DESK, clock.instant().plusSeconds(60)))
                .isInstanceOf(Problem.class);
        small.close(two.get(0));
        assertThat(small.open(UUID.randomUUID(), Watched.DESK, clock.instant().plusSeconds(60))).isNotNull();
    }

    @Test
    void whoeverListensIsAskedAgainAfterAFewMinutes() {
        try (Heard heard = Heard.wellBy(wanda, "desk")) {
            streams.beat();
            assertThat(heard.isOver()).isFalse();

            Later.by(Duration.ofMinutes(4));
            streams.beat();

            await().atMost(SOON).until(heard::isOver);
            assertThat(heard.lines()).doesNotContain("broken off");
        }
    }

    /** A role that was taken away counts within ten seconds for whoever asks, and a page asks again when its stream ends. */
    @Test
    void whoHasNoRoleAnyMoreIsRefusedWhenAskedAgain() {
        KeycloakAdmin keycloak = new KeycloakAdmin(NewsroomServers.running().keycloak(),
                NewsroomServers.running().adminPassword());
        keycloak.hires("leaving");
        keycloak.gives("reporter", "leaving");
        Visitor leaving = Visitor.signedIn("leaving");
        try (Heard heard = Heard.wellBy(leaving, "desk")) {
            keycloak.takes("reporter", "leaving");
            await().atMost(LATER).until(() -> Heard.refused(leaving, "desk") == 403);
            Later.by(Duration.ofMinutes(4));
            streams.beat();

            await().atMost(SOON).until(heard::isOver);
            assertThat(Heard.refused(leaving, "desk")).isEqualTo(403);
        } finally {
            keycloak.fires("leaving");
        }
    }

    @Test
    void aServiceThatStopsEndsItsStreams() {
        try (Heard heard = Heard.wellBy(wanda, "desk")) {
            streams.leave(new ShutdownDelayInitiatedEvent());

            await().atMost(SOON).until(heard::isOver);
        }
    }

    @Test
    void whatWasMissedWhileTheDatabaseWasLostIsHeardAfterwards() throws SQLException {
        long claim = story.anAssignedClaim();
        try (Heard heard = Heard.wellBy(wanda, "claim-" + claim)) {
            story.attach(claim, "rafael");
            assertThat(number("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '"
                    + Listening.NAME + "' and datname = current_database()")).isEqualTo(1);
            sequenced.now();

            heard.becomes(1);
            assertThat(heard.isOver()).isFalse();
            story.attach(claim, "rafael");
            sequenced.now();
            heard.becomes(2);
        }
    }

    /** The mark in a page as it is loaded now. */
    private static long shown(String path) {
        return Long.parseLong(wanda.get(path).page().select("main").attr("data-mark"));
    }

    private static long number(String sql) throws SQLException {
        try (Connection all = DriverManager.getConnection(
                NewsroomServers.running().environment().get("CLAIMDESK_DB_URL"), "postgres", "");
                Statement statement = all.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
