package org.claimdesk.standards.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.Articles;
import org.claimdesk.evidence.Origins;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.standards.hook.Deliveries;

/** Lets revisions go out, and marks that they did: one transaction and one entry each. */
@ApplicationScoped
public class Releasing {

    private static final String CLAIMS = "select id from claim where article_id = ?1 order by id for share";
    private static final String WATCHES = "select evidence_id from watch where claim_id = any(?1) order by evidence_id for share";

    private final EntityManager database;
    private final Articles articles;
    private final Origins origins;
    private final GateReading gates;
    private final Releases releases;
    private final Deliveries deliveries;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Releasing(EntityManager database, Articles articles, Origins origins, GateReading gates, Releases releases,
            Deliveries deliveries, Register register, Ledger ledger, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.origins = origins;
        this.gates = gates;
        this.releases = releases;
        this.deliveries = deliveries;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Releases the revision that stands, with its claims as they are. Whoever files a revision, acts on a claim, discredits
     * a source or finds a page changed at the same moment comes before it or after it as a whole.
     *
     * @param revision the revision the person read
     * @return the id of the release
     * @throws Problem absent; forbidden to all but editors and the standards desk; stale where a newer revision has been
     *                 filed; conflict where the gate is closed, or it is released already
     */
    @Transactional
    public long release(long articleId, int revision, Acting who) {
        Article article = articles.locked(articleId);
        GatePolicy.require(GatePolicy.refusalToRelease(who));
        if (article.revision() != revision) {
            throw Problem.stale("Revision " + article.revision()
                    + " has been filed since. Nothing was released; look at what stands in its way.");
        }
        hold(articleId);
        Instant now = clock.instant();
        Gate gate = gates.of(articleId, now);
        if (!gate.open()) {
            throw Problem.conflict(
                    gate.items().size() == 1
                            ? "1 item stands in the way. Nothing was released."
                            : gate.items().size() + " items stand in the way. Nothing was released.",
                    List.of());
        }
        if (gate.released()) {
            throw Problem.conflict("Revision " + revision + " is released already.", List.of());
        }
        register.remember(who);
        Role role = GatePolicy.releasingRole(who);
        Release release = Release.of(gates.pin(articleId), gate.waivers(), who.id(), role, now);
        releases.persist(release.toldBy(ledger.append(Act.of("RELEASE", who, role, now, articleId)
                .fact("revision", revision)
                .fact("sha256", gate.sha256())
                .fact("claims", HexFormat.of().formatHex(release.claims()))
                .ids("waivers", gate.waivers()))));
        deliveries.tell("article.released", articleId,
                Map.of("release", release.id(), "revision", revision, "sha256", gate.sha256()), now);
        return release.id();
    }

    /**
     * Marks that a released revision went out.
     *
     * @param published when; null for now
     * @return the id of the publication
     * @throws Problem absent; forbidden to all but editors, the standards desk and the publishing system; conflict where the revision was never
     *                 released, or is marked as published there already; bad input without an address, or with a time that
     *                 is to come or before the release
     */
    @Transactional
    public long publish(long articleId, int revision, String address, Instant published, Acting who) {
        articles.locked(articleId);
        GatePolicy.require(GatePolicy.refusalToPublish(who));
        Release release = releases.ofRevision(articleId, revision)
                .orElseThrow(() -> Problem.conflict(
                        "Revision " + revision + " was never released. Only what was released is published.",
                        List.of()));
        String where = Input.chosen("address", Input.address("address", address), "Give the address it is at.");
        Instant now = clock.instant();
        Instant when = published == null ? now : published;
        if (when.isAfter(now)) {
            throw Problem.badInput("published", "That is to come. Mark it when it is out.");
        }
        if (when.isBefore(release.releasedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw Problem.badInput("published", "That is before the revision was released.");
        }
        if (releases.published(articleId, revision, where)) {
            throw Problem.conflict("It is marked as published there already.", List.of());
        }
        register.remember(who);
        Role role = GatePolicy.publishingRole(who);
        long entry = ledger.append(Act.of("PUBLISH", who, role, now, articleId)
                .fact("release", release.id())
                .fact("revision", revision)
                .fact("published", when.toString())
                .text("address", where));
        Publication publication = Publication.of(release, where, when, who.id(), role, now, entry);
        database.persist(publication);
        deliveries.tell("article.published", articleId, Map.of("release", release.id(), "revision", revision,
                "address", where, "published", when.toString()), now);
        return publication.id();
    }

    /** After the article: claims, then sources, then what is known of pages, as everybody who locks several of them. */
    private void hold(long article) {
        List<Long> claims = Rows.of(database, CLAIMS, article).stream().map(row -> row.get(0, Long.class)).toList();
        origins.hold(claims);
        Rows.of(database, WATCHES, (Object) claims.toArray(Long[]::new));
    }
}
