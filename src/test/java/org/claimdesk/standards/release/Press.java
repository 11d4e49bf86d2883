package org.claimdesk.standards.release;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.article.Accounting;
import org.claimdesk.article.Disposition;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomServers;

/** Articles of a test's own on their way through the gate. */
@ApplicationScoped
public class Press {

    private final Story story;
    private final Accounting accounting;
    private final GateReading gates;
    private final Waiving waiving;
    private final Releasing releasing;
    private final GateWatch watch;
    private final Clock clock;

    Press(Story story, Accounting accounting, GateReading gates, Waiving waiving, Releasing releasing, GateWatch watch,
            Clock clock) {
        this.story = story;
        this.accounting = accounting;
        this.gates = gates;
        this.waiving = waiving;
        this.releasing = releasing;
        this.watch = watch;
        this.clock = clock;
    }

    public Gate gate(long article) {
        return QuarkusTransaction.requiringNew().call(() -> gates.of(article, clock.instant()));
    }

    /** What stands in the way, by name. */
    public Set<String> barred(long article) {
        return gate(article).items().stream().map(Item::key).collect(Collectors.toSet());
    }

    /** An article with this many claims, all verified by viktor, all else accounted for: the gate is open. */
    public long anOpenArticle(int claims) {
        long article = story.anArticle(claims, "");
        for (int i = 1; i <= claims; i++) {
            story.aVerifiedClaim(article, i);
        }
        account(article);
        return article;
    }

    /** Every sentence without a claim is called no fact. */
    public void account(long article) {
        Gate gate = gate(article);
        Set<Integer> open = gate.items()
                .stream()
                .filter(item -> item.kind() == Kind.UNACCOUNTED)
                .map(Item::sentence)
                .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            accounting.call(article, gate.revision(), open, Disposition.NO_FACT, story.person("edith"));
        }
    }

    public long rated(long article, int sentence, Rating rating) {
        long claim = story.aSourcedClaim(article, sentence);
        story.checking().verify(story.ref(claim), rating, "So it is.", null, null, story.person("viktor"));
        return claim;
    }

    public Item item(long article, String key) {
        return gate(article).items().stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow();
    }

    public long waive(long article, String key, String username) {
        return waiving.waive(article, key, item(article, key).stood(), "The lawyer has seen it.",
                clock.instant().plus(Duration.ofHours(5)), story.person(username));
    }

    public long release(long article, String username) {
        return releasing.release(article, gate(article).revision(), story.person(username));
    }

    public long publish(long article, int revision, String address, Instant when, String username) {
        return releasing.publish(article, revision, address, when, story.person(username));
    }

    /** Tells what has happened to gates since the last time. */
    public void follow() {
        boolean more = true;
        while (more) {
            more = watch.follow();
        }
    }

    /** Plain SQL as the owner of the schema, in one transaction. */
    public static void sql(String sql) throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }
}
