package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.claim.SourcesPageTest.fresh;
import static org.claimdesk.claim.SourcesPageTest.from;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** Discrediting a source is all or nothing, and plain SQL that goes around it is refused. */
@NewsroomTest
class DiscreditingTest {

    @Inject
    Story story;
    @Inject
    Discrediting discrediting;
    @Inject
    History history;

    @Test
    void whatCannotBeDoneForOneClaimIsDoneForNone() throws SQLException {
        Provenance wire = from(fresh());
        long first = story.aClaimVerifiedOn(story.anArticle(), 1, wire);
        long last = story.aClaimVerifiedOn(story.anArticle(), 1, wire);
        long source = source(first);
        run("create function refuse_%1$d() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;"
                .formatted(last)
                + "create trigger refuse_%1$d before insert on dispute for each row when (new.claim_id = %1$d) execute function refuse_%1$d()"
                        .formatted(last));
        try {
            assertThatThrownBy(() -> discrediting.discredit(source, "Forged.", story.person("stella")))
                    .hasStackTraceContaining("not this one");
        } finally {
            run("drop trigger refuse_%1$d on dispute; drop function refuse_%1$d".formatted(last));
        }

        assertThat(story.line(first).state()).isEqualTo(State.VERIFIED);
        assertThat(story.line(last).state()).isEqualTo(State.VERIFIED);
        assertThat(story.sheet(first, "rafael").evidence().get(0).discredited()).isFalse();
        assertThat(discrediting.discredit(source, "Forged.", story.person("stella"))).containsExactly(first, last);
    }

    /** The claim was verified on the source after the act had looked for those that are. */
    @Test
    void aVerdictAtTheSameMomentKeepsItFromBeingDone() {
        Provenance wire = from(fresh());
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", wire);
        story.checking().submit(story.ref(claim), "Nobody else was there.", story.person("rafael"));
        long source = source(claim);
        ClaimRef ref = story.ref(claim);

        CompletableFuture<List<Long>> discredited = QuarkusTransaction.requiringNew().call(() -> {
            story.checking()
                    .verify(ref, Rating.ACCURATE, "So it is.", null, "Nobody else was there.", story.person("viktor"));
            CompletableFuture<List<Long>> waiting = CompletableFuture
                    .supplyAsync(() -> discrediting.discredit(source, "Forged.", story.person("stella")));
            awaitOneThatWaits();
            return waiting;
        });

        assertThatThrownBy(discredited::join).isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.STALE));
        assertThat(story.line(claim).state()).isEqualTo(State.VERIFIED);
        assertThat(discrediting.discredit(source, "Forged.", story.person("stella"))).containsExactly(claim);
    }

    @Test
    void aClaimIsVerifiedAgainOnOtherEvidence() {
        long claim = story.aClaimVerifiedOn(story.anArticle(), 1, from(fresh()));
        discrediting.discredit(source(claim), "Forged.", story.person("edith"));
        story.attach(claim, "rafael");
        story.checking().answer(story.ref(claim), "Here is the log itself.", story.person("rafael"));

        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "The log says so.", Dispute.Outcome.UPHELD, null,
                        story.person("wanda"));

        assertThat(story.sheet(claim, "wanda").verdicts().get(0).waived()).isNull();
    }

    /** Else the verdict would come back into the article, and nobody would be told. */
    @Test
    void aVerdictThatLeansOnItIsDisputedWhenItsClaimIsRestored() {
        Provenance wire = from(fresh());
        long said = story.aClaimVerifiedOn(story.anArticle(), 1, wire);
        long origin = story.aClaimVerifiedOn(story.anArticle(), 1, new Provenance(fresh(), wire.source(), null));
        long other = story.aClaimVerifiedOn(story.anArticle(), 1, from(fresh()));
        for (long claim : List.of(said, origin, other)) {
            story.checking().drop(story.ref(claim), "Not needed.", story.person("edith"));
        }
        assertThat(discrediting.discredit(source(said), "Forged.", story.person("stella"))).isEmpty();

        for (long claim : List.of(said, origin, other)) {
            story.checking().restore(story.ref(claim), story.person("edith"));
        }

        for (long claim : List.of(said, origin)) {
            ClaimSheet sheet = story.sheet(claim, "edith");
            assertThat(sheet.claim().state()).isEqualTo(State.DISPUTED);
            assertThat(sheet.claim().dropped()).isFalse();
            assertThat(sheet.verdicts().get(0).ended()).isEqualTo(Verdict.Ended.DISPUTED);
            assertThat(sheet.disputes().get(0).grounds()).isEqualTo(Grounds.SOURCE);
            assertThat(sheet.disputes().get(0).statement()).isEqualTo("Forged.");
            assertThat(sheet.disputes().get(0).openedBy().name()).isEqualTo(story.person("edith").name());
            assertThat(acts(claim)).startsWith("DISPUTE", "RESTORE", "DROP");
        }
        assertThat(story.line(other).state()).isEqualTo(State.VERIFIED);
        assertThat(acts(other)).startsWith("RESTORE", "DROP");
    }

    @Test
    void restoringAtTheSameMomentKeepsItFromBeingDone() {
        long claim = story.aClaimVerifiedOn(story.anArticle(), 1, from(fresh()));
        story.checking().drop(story.ref(claim), "Not needed.", story.person("edith"));
        long source = source(claim);
        ClaimRef ref = story.ref(claim);

        CompletableFuture<List<Long>> discredited = QuarkusTransaction.requiringNew().call(() -> {
            story.checking().restore(ref, story.person("edith"));
            CompletableFuture<List<Long>> waiting = CompletableFuture
                    .supplyAsync(() -> discrediting.discredit(source, "Forged.", story.person("stella")));
            awaitOneThatWaits();
            return waiting;
        });

        assertThatThrownBy(discredited::join).cause()
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.STALE));
        assertThat(discrediting.discredit(source, "Forged.", story.person("stella"))).containsExactly(claim);
    }

    private List<String> acts(long claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.ofClaim(claim, 10))
                .stream()
                .map(History.Line::act)
                .toList();
    }

    @Test
    void aSourceKeepsItsNameAndIsDiscreditedOnceWithAnEntry() {
        long claim = story.aClaimVerifiedOn(story.anArticle(), 1, from(fresh()));
        long source = source(claim);

        refused("update source set name = 'Another' where id = " + source, "keeps its name");
        refused("delete from source where id = " + source, "append-only");
        refused(mark(source), "discredited without an entry");
        refused(entry(source) + mark(source), "a verdict leans on source");
        refused(entry(source), "has not seen");
        discrediting.discredit(source, "Forged.", story.person("stella"));
        refused(mark(source), "discredited once");
        refused("update source set discredit_reason = 'Or not.' where id = " + source, "discredited once");
        refused("update source set discredited_at = null, discredited_by = null, discredit_reason = null where id = "
                + source, "discredited once");
    }

    @Test
    void aSourceComesWithEvidenceAndANameIsOne() {
        long claim = story.anAssignedClaim();
        String name = fresh();
        story.attach(claim, "rafael", from(name));
        String insert = "insert into source (name, made_by, made_at) select '%s', made_by, made_at from source limit 1";

        refused(insert.formatted("Nobody of " + name), "comes with the evidence");
        refused(insert.formatted(name.toUpperCase()), "source_by_name");
        refused(insert.formatted(" " + name), "source_name_check");
        refused(insert.formatted("Two  spaces"), "source_name_check");
    }

    @Test
    void evidenceFromSomebodyElseIsNotFirstHandAndKeepsItsSource() {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", new Provenance(fresh(), fresh(), null));
        String copy = "insert into evidence (claim_id, kind, stance, title, locator, note, citation, attached_by, attached_at, source_id, origin_id, rank)"
                + " select claim_id, kind, stance, title, locator, note, citation, attached_by, attached_at, %s from evidence where claim_id = "
                + claim;

        refused(copy.formatted("source_id, origin_id, 'PRIMARY'"), "evidence_check");
        refused(copy.formatted("source_id, source_id, 'SECONDARY'"), "evidence_check");
        refused("update evidence set source_id = origin_id, origin_id = null where claim_id = " + claim,
                "never edited");
        refused("update evidence set rank = 'PRIMARY' where claim_id = " + claim, "never edited");
    }

    @Test
    void anEntryIsOnAnArticleOrOnASource() {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", from(fresh()));

        refused("insert into entry (at, person_id, role, act, body) select at, person_id, role, act, body from entry limit 1",
                "entry_on_one_thing");
        refused("insert into entry (at, person_id, role, act, article_id, source_id, body) select at, person_id, role, 'DISCREDIT', article_id, %d, body from entry where article_id is not null limit 1"
                .formatted(source(claim)), "entry_on_one_thing");
    }

    private long source(long claim) {
        return story.sheet(claim, "rafael").evidence().get(0).source().id();
    }

    private static String mark(long source) {
        return "update source set discredited_by = made_by, discredited_at = now(), discredit_reason = 'x' where id = "
                + source;
    }

    private static String entry(long source) {
        return "insert into entry (at, person_id, role, act, source_id, body) select now(), made_by, 'EDITOR', 'DISCREDIT', id, '{}' from source where id = %d;"
                .formatted(source);
    }

    private static void refused(String sql, String because) {
        assertThatThrownBy(() -> run(sql)).as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    /** Until somebody waits for a lock that somebody else has. */
    private static void awaitOneThatWaits() {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (ResultSet result = statement
                        .executeQuery("select exists (select from pg_locks where not granted)")) {
                    result.next();
                    waits = result.getBoolean(1);
                }
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** As the owner of the schema, in one transaction. */
    private static void run(String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }

    private static Connection owner() throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_OWNER"),
                environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
    }
}
