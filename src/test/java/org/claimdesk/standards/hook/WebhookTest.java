package org.claimdesk.standards.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.claimdesk.claim.Later;
import org.claimdesk.claim.Story;
import org.claimdesk.fetch.Fetcher;
import org.claimdesk.fetch.HostileServer;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.sql.Rows;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems are told, once it is done, until they take it or it is given up for all to see. */
@NewsroomTest
class WebhookTest {

    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
            Duration.ofHours(2), Duration.ofHours(10), Duration.ofHours(14));

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Deliveries deliveries;
    @Inject
    Hooks hooks;
    @Inject
    Fetcher fetcher;
    @Inject
    Sequenced sequenced;
    @Inject
    EntityManager database;

    private HostileServer site;

    @BeforeEach
    void nothingIsWaiting() throws SQLException {
        site = NewsroomServers.site();
        sequenced.now();
        press.follow();
        Press.sql("delete from delivery");
    }

    private Sending after(Duration time) {
        return new Sending(deliveries, hooks, fetcher, Clock.offset(Clock.systemUTC(), time), false, WAITS);
    }

    private void sendAll(Duration after) {
        Sending sending = after(after);
        boolean more = true;
        while (more) {
            more = sending.sendNext();
        }
    }

    private List<DeliveryLine> troubled() {
        return QuarkusTransaction.requiringNew().call(deliveries::troubled);
    }

    private void answers(String head) {
        site.on("/hook", head, new byte[0]);
    }

    private void happened() {
        sequenced.now();
        press.follow();
    }

    @Test
    void openedReleasedPublishedAndClosedAreToldSigned() {
        answers("204 No Content");
        long article = press.anOpenArticle(1);
        happened();
        press.release(article, "edith");
        press.publish(article, 1, "https://paper.example/boats", null, "edith");
        story.revise(article, 1, story.text(article) + "\nAnother line.");
        happened();
        int before = site.posted().size();
        int asked = site.asked().size();
        sendAll(Duration.ofSeconds(1));

        List<String> told = site.posted().subList(before, site.posted().size());
        assertThat(told).hasSize(4).allMatch(body -> body.contains("\"article\":" + article));
        assertThat(told.get(0)).contains("\"type\":\"gate.opened\"");
        assertThat(told.get(1)).contains("\"type\":\"article.released\"", "\"sha256\":");
        assertThat(told.get(2)).contains("\"type\":\"article.published\"", "https://paper.example/boats");
        assertThat(told.get(3)).contains("\"type\":\"gate.closed\"", "\"revision\":2");
        List<String> lines = site.asked().subList(asked, site.asked().size());
        Hook hook = hooks.named("cms").orElseThrow();
        assertThat(header(lines, "webhook-signature")).isEqualTo(
                hook.signature(header(lines, "webhook-id"), Long.parseLong(header(lines, "webhook-timestamp")),
                        told.get(0)));
        assertThat(troubled()).isEmpty();
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase().startsWith(name + ":"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElseThrow();
    }

    @Test
    void theEndOfAWaiverIsToldThoughNobodyActs() {
        long article = story.anArticle(1, "");
        story.aVerifiedClaim(article, 1);
        press.waive(article, press.barred(article).iterator().next(), "stella");
        happened();
        assertThat(kinds(article)).isEqualTo("gate.opened");
        Later.by(Duration.ofHours(6));
        press.follow();
        assertThat(kinds(article)).isEqualTo("gate.opened gate.closed");
    }

    private String kinds(long article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, "select string_agg(kind, ' ' order by id) from delivery"
                        + " where article_id = ?1", article).get(0).get(0, String.class));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        long article = press.anOpenArticle(1);
        QuarkusTransaction.begin();
        press.release(article, "edith");
        QuarkusTransaction.rollback();
        assertThat(kinds(article)).isNull();
    }

    @Test
    void aDayOfFiveHundredsIsWaitedOut() {
        answers("500 Internal Server Error");
        told();
        Duration[] at = {Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofMinutes(6), Duration.ofHours(3)};
        for (int i = 0; i < at.length; i++) {
            sendAll(at[i]);
            assertThat(troubled()).singleElement().satisfies(line -> assertThat(line.status()).isEqualTo(500));
            assertThat(troubled().get(0).attempts()).isEqualTo(i + 1);
        }
        answers("200 OK");
        sendAll(Duration.ofHours(4));
        assertThat(troubled()).as("not before its time").hasSize(1);
        sendAll(Duration.ofHours(14));
        assertThat(troubled()).isEmpty();
    }

    @Test
    void whatNobodyTakesForDaysIsGivenUpVisiblyAndSentAgainByHand() {
        answers("503 Service Unavailable");
        told();
        Duration time = Duration.ofSeconds(1);
        for (int i = 0; i <= WAITS.size(); i++) {
            sendAll(time);
            time = time.plus(i < WAITS.size() ? WAITS.get(i) : Duration.ZERO).plusSeconds(5);
        }
        assertThat(troubled()).singleElement().satisfies(line -> assertThat(line.givenUp()).isTrue());
        Visitor stella = Visitor.signedIn("stella");
        assertThat(stella.get("/standards").page().select("[role=alert]").text()).contains("1 message");
        assertThat(Visitor.signedIn("edith").get("/standards/messages").has("/again")).isFalse();
        answers("200 OK");
        stella.submit(stella.get("/standards/messages"), "/again", Map.of());
        sendAll(Duration.ofSeconds(5));
        assertThat(troubled()).isEmpty();
    }

    @Test
    void aReceiverThatWantsNothingMoreIsNotAskedAgain() {
        answers("410 Gone");
        told();
        sendAll(Duration.ofSeconds(1));
        assertThat(troubled()).singleElement().satisfies(line -> assertThat(line.givenUp()).isTrue());
    }

    @Test
    void redirectsAreNotFollowed() {
        site.redirect("/hook", "http://127.0.0.1:1/inside");
        told();
        int asked = site.posted().size();
        sendAll(Duration.ofSeconds(1));
        assertThat(site.posted()).hasSize(asked + 1);
        assertThat(troubled()).singleElement().satisfies(line -> assertThat(line.status()).isEqualTo(302));
    }

    @Test
    void aPrivateAddressIsNeverAskedAndAHangingReceiverIsLeft() {
        told();
        Map<String, String> unheard = Map.of("http://10.0.0.1/hook", "not on the public web", "http://localhost/hook",
                "not on the public web", "http://paper.example:8443/hook", "Port 8443");
        unheard.forEach((url, why) -> assertThat(trouble(url)).contains(why));
        site.on("/hook", out -> Thread.sleep(60_000));
        Instant begun = Instant.now();
        assertThat(trouble(site.address("/hook"))).contains("does not answer");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private String trouble(String url) {
        try {
            Press.sql("update delivery set due_at = now() - interval '1 minute'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Hooks elsewhere = new Hooks(() -> Map.of("cms", new Hooks.Settings.Receiver() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public List<String> secret() {
                return List.of(NewsroomServers.WEBHOOK_SECRET);
            }
        }));
        assertThat(new Sending(deliveries, elsewhere, fetcher, Clock.systemUTC(), false, WAITS).sendNext()).isTrue();
        return troubled().get(0).trouble();
    }

    /** A release, and nothing else, is to be told. */
    private void told() {
        press.release(press.anOpenArticle(1), "edith");
    }
}
