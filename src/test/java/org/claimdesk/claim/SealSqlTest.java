package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.evidence.seal.OpeningReading;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** What plain SQL is refused of seals and their openings. */
@NewsroomTest
class SealSqlTest {

    @Inject
    Story story;
    @Inject
    Unsealing unsealing;
    @Inject
    OpeningReading openings;

    private long sealed() {
        long claim = story.anAssignedClaim();
        return story.checking().attach(story.ref(claim), Sealed.with("Jane Doe-Ruiz"), story.person("rafael"));
    }

    private long asked(long evidence, String by) {
        return unsealing.ask(evidence, "The lawyers ask.", story.person(by));
    }

    private long claimOf(long evidence) {
        return QuarkusTransaction.requiringNew().call(() -> openings.of(evidence)).get(0).claim();
    }

    @Test
    void theDatabaseRefusesOneWhoOpensAlone() {
        long opening = asked(sealed(), "stella");

        sqlRefused(opening, "stella", "STANDARDS", "10 minutes", "two_people_open_a_seal");
    }

    @Test
    void theDatabaseRefusesTwoWithoutTheStandardsDesk() {
        long opening = asked(sealed(), "rafael");

        sqlRefused(opening, "edith", "EDITOR", "10 minutes", "one_of_them_of_the_standards_desk");
        sqlRefused(opening, "edith", "STANDARDS", "10 minutes", "no entry that tells of it");
    }

    @Test
    void theDatabaseRefusesHoursAndWhatHasNoEntry() {
        long opening = asked(sealed(), "rafael");

        sqlRefused(opening, "stella", "STANDARDS", "2 hours", "open_for_minutes");
        sqlRefused(opening, "stella", "STANDARDS", "10 minutes", "no entry that tells of it");
    }

    @Test
    void theDatabaseKeepsSealsAndOpeningsAsTheyAre() {
        long evidence = sealed();
        long opening = asked(evidence, "rafael");
        unsealing.grant(opening, story.person("stella"));
        unsealing.look(evidence, story.person("stella"));

        for (String table : List.of("seal", "sealed_person", "opening", "unsealed")) {
            refusedSql("delete from " + table, "append-only");
        }
        refusedSql("update seal set key_id = 'x'", "append-only");
        refusedSql("update opening set open_until = open_until + interval '1 minute' where id = " + opening,
                "answered once");
        refusedSql("update opening set reason = 'Another.' where id = " + opening, "answered once");
        refusedSql("insert into unsealed select id, asked_by, 'RECORDING', now() + interval '1 day', answered_entry"
                + " from opening where id = " + opening, "not open to them");
        refusedSql("insert into unsealed select o.id, c.marked_by, 'IDENTITY', now(), o.answered_entry from opening o"
                + " join evidence e on e.id = o.evidence_id join claim c on c.id = e.claim_id where o.id = " + opening,
                "not open to them");
        refusedSql("update evidence set sealed = false, interviewee = 'x' where id = " + evidence, "never edited");
    }

    @Test
    void theDatabaseRefusesASealedInterviewThatNamesAnybodyOrHasNoSeal() {
        long claim = claimOf(askedFor(sealed()));
        String insert = """
                insert into evidence (claim_id, kind, stance, title, locator, note, channel, held_at, attribution, described,
                       sealed, interviewee, attached_by, attached_at, source_id)
                select claim_id, kind, stance, title, locator, note, channel, held_at, attribution, described, true, %s,
                       attached_by, attached_at, source_id from evidence where claim_id = """
                + claim;

        refusedSql(insert.formatted("'Jane'"), "interview_says_who", "sealed_names_nobody");
        refusedSql(insert.formatted("null"), "has no seal", "pieces of evidence");
    }

    private long askedFor(long evidence) {
        asked(evidence, "rafael");
        return evidence;
    }

    private void sqlRefused(long opening, String by, String role, String until, String because) {
        refusedSql("""
                update opening set answered_by = '%s', answered_role = '%s', answered_at = now(), granted = true,
                       answered_entry = asked_entry, open_until = now() + interval '%s' where id = %d"""
                .formatted(story.person(by).id(), role, until, opening), because);
    }

    /** As the owner of the schema. */
    private static void refusedSql(String sql, String... because) {
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThatThrownBy(() -> {
            try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                    environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute(sql);
                owner.commit();
            }
        }).as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(because).anyMatch(words -> refusal.getMessage().contains(words)));
    }
}
