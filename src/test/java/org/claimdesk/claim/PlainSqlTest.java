package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain SQL that tries what the code never does; the owner of the schema is refused like the service. */
@NewsroomTest
class PlainSqlTest {

    @Inject
    Story story;

    @ParameterizedTest
    @ValueSource(strings = {"ASSIGNED", "DISPUTED", "VERIFIED"})
    void aStateIsNotJustSet(String state) {
        long claim = story.aSourcedClaim();

        refused("update claim set state = '%s', version = version + 1 where id = %d".formatted(state, claim));
    }

    @Test
    void aClaimDoesNotSkipFromAssignedToVerified() {
        long claim = story.anAssignedClaim();

        refused("update claim set state = 'VERIFIED', version = version + 1 where id = %d".formatted(claim),
                "does not go from ASSIGNED to VERIFIED");
    }

    @Test
    void noChangeWithoutItsEntry() {
        long claim = story.anAssignedClaim();

        refused("update claim set risk = 'LEGAL', version = version + 1 where id = %d".formatted(claim),
                "has no entry for its version");
    }

    @Test
    void noEntryWithoutItsChange() {
        long claim = story.anAssignedClaim();

        refused(entry(claim, 7, "SUBMIT", "ASSIGNED", "SOURCED", "rafael"), "has not seen");
    }

    @Test
    void anEntryOfAnotherActDoesNotCoverAChange() {
        long claim = story.anAssignedClaim();

        refused(entry(claim, 1, "VERIFY", "ASSIGNED", "ASSIGNED", "rafael")
                + "; update claim set desk = '/desks/courts', version = 1 where id = " + claim,
                "has no entry for its version");
    }

    @Test
    void aClaimBeginsAssigned() {
        long claim = story.anAssignedClaim();

        refused("""
                insert into claim (version, article_id, revision, exact, prefix, suffix, start_at, end_at, placement, state, risk,
                       desk, deadline, marked_by, marked_at, changed_at)
                select 0, article_id, revision, 'Boat', '', '', 900, 904, 'PLACED', 'SOURCED', risk, desk, deadline, marked_by,
                       now(), now()
                  from claim where id = %d"""
                .formatted(claim), "begins ASSIGNED");
    }

    @Test
    void aClaimKeepsItsArticleAndItsVersionGoesOneByOne() {
        long claim = story.anAssignedClaim();
        long other = story.anArticle();

        refused("update claim set article_id = %d, version = version + 1 where id = %d".formatted(other, claim),
                "keeps its article");
        refused("update claim set version = version + 2 where id = %d".formatted(claim), "one version at a time");
        refused("update claim set risk = 'HIGH' where id = %d".formatted(claim), "one version at a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "revision", "sourcing", "claim", "evidence", "dispute", "verdict"})
    void nothingIsDeleted(String table) {
        story.checking()
                .dispute(story.ref(story.aVerifiedClaim()), Grounds.OTHER, "No.", story.person("wanda"));

        refused("delete from " + table, "append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update entry set body = '{}'", "update entry set at = now()", "truncate entry cascade",
            "update revision set text = text || '.'", "truncate revision cascade",
            "update original set size = size + 1", "delete from original", "truncate original",
            "update sourcing set person_id = person_id"})
    void historyAndTextAreNeverChanged(String sql) {
        story.aSourcedClaim();

        refused(sql, "append-only");
    }

    @Test
    void whoSourcedDoesNotVerify() {
        long claim = story.aSourcedClaim();

        refused(verdict(claim, "rafael"), "who sourced a claim does not verify it");
    }

    @Test
    void anAuthorDoesNotVerify() {
        long claim = story.aSourcedClaim(story.anArticle(2, "By Wanda Okafor"), 1);

        refused(verdict(claim, "wanda"), "an author of the article does not verify its claims");
        accepted(verify(claim, "viktor"));
    }

    @Test
    void whoWasOverturnedDoesNotGiveTheNextVerdict() {
        long claim = story.aVerifiedClaim();
        story.checking().overturn(story.ref(claim), "The log is of another night.", story.person("stella"));
        story.checking().answer(story.ref(claim), "It is of this night: see its heading.", story.person("rafael"));

        refused(verdict(claim, "viktor"), "who gave the overturned verdict does not give the next one");
        refused("update dispute set outcome = 'UPHELD', decided_by = '%s', decided_at = now() where claim_id = %d"
                .formatted(id("stella"), claim), "opener_only_accepts_an_answer");
        accepted(verify(claim, "wanda"));
    }

    @Test
    void theOpenerDecidesNothingButAnAnswer() {
        long claim = story.aDisputedClaim();

        for (String outcome : new String[]{"UPHELD", "REJECTED", "ACCEPTED"}) {
            refused("update dispute set outcome = '%s', decided_by = opened_by, decided_at = now() where claim_id = %d"
                    .formatted(outcome, claim), "opener_only_accepts_an_answer");
        }
    }

    @Test
    void whoSourcedOrVerifiedDoesNotAudit() {
        long claim = story.aVerifiedClaim();

        for (String person : new String[]{"rafael", "viktor"}) {
            refused("update verdict set ended = 'OVERTURNED', ended_by = '%s', ended_at = now(), finding = 'No.' where claim_id = %d"
                    .formatted(id(person), claim), "audit");
        }
    }

    @Test
    void aVerdictIsNeverEditedAndAWordOnItStands() {
        long claim = story.aVerifiedClaim();

        refused("update verdict set rating = 'INACCURATE' where claim_id = " + claim, "never edited");
        refused("update verdict set rationale = 'Because.' where claim_id = " + claim, "never edited");
        refused(verdict(claim, "wanda"), "the last verdict still stands");
    }

    @Test
    void whoVerifiedDoesNotSourceWhileTheVerdictStands() {
        long claim = story.aVerifiedClaim();

        refused("insert into sourcing values (%d, '%s')".formatted(claim, id("viktor")),
                "does not source it while the verdict stands");
    }

    @Test
    void evidenceIsNeverEditedAndItsCountIsTrue() {
        long claim = story.aSourcedClaim();

        refused("update evidence set title = 'Another' where claim_id = " + claim, "never edited");
        refused("update evidence set withdrawn_at = now(), withdrawn_by = attached_by, withdraw_reason = 'x' where claim_id = "
                + claim, "pieces of evidence");
    }

    @Test
    void evidenceOfSomebodyWhoHasNotSourcedIsRefused() {
        long claim = story.anAssignedClaim();

        refused("""
                insert into evidence (claim_id, kind, stance, title, locator, note, citation, attached_by, attached_at)
                values (%d, 'REFERENCE', 'SUPPORTS', 'x', '', '', 'x', '%s', now())""".formatted(claim, id("mina")),
                "pieces of evidence", "one of those who sourced");
    }

    @Test
    void aSourcedClaimHasEvidence() {
        long claim = story.anAssignedClaim();

        refused(entry(claim, 1, "SUBMIT", "ASSIGNED", "SOURCED", "rafael")
                + "; update claim set state = 'SOURCED', version = 1 where id = " + claim, "claim_check");
    }

    @Test
    void aDisputeIsAnsweredOnceAndItsWordsStand() {
        long claim = story.aDisputedClaim();

        refused("update dispute set statement = 'Never mind' where claim_id = " + claim, "answered once");
        story.checking().answer(story.ref(claim), "Eleven.", story.person("rafael"));
        refused("update dispute set answer = 'Twelve.' where claim_id = " + claim, "answered once");
    }

    @Test
    void theSameWordsAreOneClaim() {
        long claim = story.anAssignedClaim();

        refused("""
                insert into claim (version, article_id, revision, exact, prefix, suffix, start_at, end_at, placement, state, risk,
                       desk, deadline, marked_by, marked_at, changed_at)
                select 0, article_id, revision, exact, prefix, suffix, start_at, end_at, 'PLACED', 'ASSIGNED', risk, desk,
                       deadline, marked_by, now(), now() from claim where id = %d"""
                .formatted(claim), "claim_words_once");
    }

    @Test
    void aClaimIsNotPutOnOtherWords() {
        long claim = story.anAssignedClaim();
        String entry = entry(claim, 1, "PLACE", "ASSIGNED", "ASSIGNED", "edith");

        refused(entry + "; " + place(claim, "PLACED", "Boat 2 carried 12 people.", 46, 71), "not its own",
                "do not stand");
        refused(entry + "; " + place(claim, "REWORDED", "Boat 3 carried 13 people.", 0, 25), "do not stand there");
        refused(entry + "; update claim set start_at = start_at + 1, version = 1 where id = " + claim,
                "does not stand where it was last placed");
        refused(entry + "; update claim set placement = 'ORPHANED', version = 1 where id = " + claim,
                "does not stand where it was last placed");
    }

    @Test
    void whereClaimsStoodStaysOnRecord() {
        long claim = story.anAssignedClaim();

        refused("update placement set how = 'MOVED' where claim_id = " + claim, "append-only");
        refused("delete from placement where claim_id = " + claim, "append-only");
        refused("""
                insert into placement (claim_id, revision, how, entry_id)
                select %d, 1, 'ORPHANED', min(id) from entry where claim_id is distinct from %d""".formatted(claim,
                claim),
                "has an entry about that claim");
    }

    @Test
    void aVerifiedClaimKeepsItsWords() {
        long claim = story.aVerifiedClaim();
        int next = story.line(claim).version() + 1;

        refused(entry(claim, next, "PLACE", "VERIFIED", "VERIFIED", "edith")
                + "; update claim set exact = 'Boat', version = %d where id = %d".formatted(next, claim),
                "verified on other words");
    }

    @Test
    void whoVerifiedDoesNotBecomeAnAuthor() {
        long claim = story.aVerifiedClaim();

        refused("insert into article_author values ((select article_id from claim where id = %d), '%s')".formatted(
                claim,
                id("viktor")), "has a verdict on its claims that stands");
    }

    @Test
    void anArticleDoesNotGoBack() {
        long article = story.line(story.anAssignedClaim()).article();

        refused("update article set revision = revision + 2, version = version + 1 where id = " + article,
                "from one revision to the next");
        refused("update article set revision = revision - 1, version = version + 1 where id = " + article);
    }

    @Test
    void aSentenceTakesOverOnlyWhatWasSaidOfTheSameWords() {
        long article = story.line(story.anAssignedClaim()).article();

        refused("""
                insert into sentence (version, article_id, revision, number, start_at, end_at, disposition, entry_id, carried_from)
                select 0, article_id, 1, 99, 0, 5, 'OPINION', (select max(id) from entry where article_id = %1$d), id
                  from sentence where article_id = %1$d and number = 1"""
                .formatted(article), "of the same words before");
    }

    @Test
    void theServiceMayLessThanTheOwner() throws SQLException {
        for (String sql : new String[]{"update entry set body = ''", "delete from claim", "delete from disclosure",
                "truncate entry", "update placement set exact = ''", "drop trigger entry_append_only on entry",
                "alter table entry disable trigger all",
                "insert into claim_transition values ('ASSIGNED', 'WAVE', 'VERIFIED')", "create table mine (id int)",
                "select * from flyway_schema_history", "set session_replication_role = replica"}) {
            try (Connection service = connect("CLAIMDESK_DB_USER", "CLAIMDESK_DB_PASSWORD");
                    Statement statement = service.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    /** A verdict by plain SQL, with all that must go with it. */
    private String verify(long claim, String by) {
        int next = story.line(claim).version() + 1;
        return verdict(claim, by) + "; " + entry(claim, next, "VERIFY", "SOURCED", "VERIFIED", by)
                + "; update claim set state = 'VERIFIED', version = %d, verified_by = '%s', verdict_id = (select max(id) from verdict where claim_id = %d) where id = %d"
                        .formatted(next, id(by), claim, claim);
    }

    private String verdict(long claim, String by) {
        return """
                insert into verdict (claim_id, rating, rationale, revision, words, evidence, given_by, given_at)
                values (%d, 'ACCURATE', 'So it is.', 1, 'Boat', '{1}', '%s', now())""".formatted(claim, id(by));
    }

    private static String place(long claim, String how, String words, int start, int end) {
        return """
                insert into placement (claim_id, revision, how, exact, start_at, end_at, entry_id)
                values (%d, 1, '%s', '%s', %d, %d, (select max(id) from entry where claim_id = %1$d))"""
                .formatted(claim, how, words, start, end);
    }

    /** Its body says the same, so that the record is sound where it is accepted. */
    private String entry(long claim, int version, String act, String from, String to, String by) {
        return """
                insert into entry (at, person_id, role, act, article_id, claim_id, claim_version, from_state, to_state, body)
                select date_trunc('second', now()), '%1$s', 'reporter', '%2$s', article_id, id, %4$d, '%5$s', '%6$s',
                       jsonb_build_object('at', to_char(date_trunc('second', now()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                       'person', '%1$s', 'role', 'reporter', 'act', '%2$s', 'article', article_id, 'claim', id, 'version', %4$d,
                       'from', '%5$s', 'to', '%6$s')::text
                  from claim where id = %3$d"""
                .formatted(id(by), act, claim, version, from, to);
    }

    /** A person's id, who has then acted before, so that the table of people knows them. */
    private UUID id(String username) {
        UUID id = story.person(username).id();
        accepted("insert into person values ('%s', '%s', '%s', now()) on conflict do nothing".formatted(id, username,
                username));
        return id;
    }

    private static void refused(String sql, String... because) {
        assertThatThrownBy(() -> run(sql)).as(sql).isInstanceOf(SQLException.class).satisfies(refusal -> {
            if (because.length > 0) {
                assertThat(because).anyMatch(words -> refusal.getMessage().contains(words));
            }
        });
    }

    private static void accepted(String sql) {
        try {
            run(sql);
        } catch (SQLException refusal) {
            throw new AssertionError(sql, refusal);
        }
    }

    /** As the owner of the schema, in one transaction. */
    private static void run(String sql) throws SQLException {
        try (Connection owner = connect("CLAIMDESK_DB_OWNER", "CLAIMDESK_DB_OWNER_PASSWORD");
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get(user),
                environment.get(password));
    }
}
