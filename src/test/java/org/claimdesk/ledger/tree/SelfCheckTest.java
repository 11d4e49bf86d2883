package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.health.api.Wellness;

/** What somebody with all rights in the database has changed past the service is found, and said where it must be seen. */
@NewsroomTest
class SelfCheckTest {

    @Inject
    Sequencer sequencer;
    @Inject
    SelfChecks checks;
    @Inject
    @Wellness
    LedgerCheck health;
    @Inject
    LogKeys keys;
    @Inject
    Story story;

    private long entry;
    private String undo;

    @BeforeEach
    void aDisputedClaimAndASoundLedger() throws SQLException {
        long claim = story.aDisputedClaim();
        sequencer.run();
        entry = Sql.number("select max(id) from entry where act = 'DISPUTE' and claim_id = " + claim);
        undo = null;
        assertThat(checks.run()).isEmpty();
    }

    @AfterEach
    void asItWas() throws SQLException {
        if (undo != null) {
            past(undo);
        }
        assertThat(checks.run()).isEmpty();
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "entry set body = replace(body, '\"FIGURE\"', '\"SOURCE\"') where id = %d ~ entry set body = replace(body, '\"SOURCE\"', '\"FIGURE\"') where id = %d ~ its body has been altered",
            "entry set to_state = 'VERIFIED' where id = %d ~ entry set to_state = 'DISPUTED' where id = %d ~ its columns say something else",
            "entry set person_id = (select id from person where username = 'edith') where id = %d ~ entry set person_id = (select id from person where username = 'viktor') where id = %d ~ its columns say something else",
            "entry set at = at - interval '1 day' where id = %d ~ entry set at = at + interval '1 day' where id = %d ~ its columns say something else",
            "disclosure set texts = replace(texts::text, 'twelve', 'thirteen')::jsonb where entry_id = %d ~ disclosure set texts = replace(texts::text, 'thirteen', 'twelve')::jsonb where entry_id = %d ~ its text “statement” has been altered",
            "leaf set hash = sha256(hash) where entry_id = %d ~ leaf l set hash = sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) from entry e where e.id = l.entry_id and l.entry_id = %d ~ its body has been altered"})
    void anAlteredRowIsFoundAndNamed(String altering, String putting, String said) throws SQLException {
        undo = "update " + putting.formatted(entry);
        past("update " + altering.formatted(entry));

        assertThat(checks.run()).isNotEmpty().first().asString().startsWith("Entry " + entry).contains(said);
        itIsSaidWhereItMustBeSeen(said);
    }

    @Test
    void aHistoryRewrittenWithAllItsHashesIsFoundByTheCheckpoints() throws SQLException {
        String both = "update entry set body = replace(body, '%s', '%s') where id = " + entry
                + "; update leaf l set hash = sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) from entry e"
                + " where e.id = l.entry_id and e.id = " + entry;
        undo = both.formatted("\"SOURCE\"", "\"FIGURE\"");
        past(both.formatted("\"FIGURE\"", "\"SOURCE\""));

        assertThat(checks.run()).isNotEmpty().first().asString().contains("are not those that were signed");
    }

    @Test
    void aCheckpointThatWasNotSignedIsFound() throws SQLException {
        long size = Sql.number("select max(size) from checkpoint");
        String note = Sql.rows("select note from checkpoint where size = " + size).get(0).get(0).toString();
        undo = "update checkpoint set note = '" + note + "' where size = " + size;
        past("update checkpoint set note = replace(note, '\n" + size + "\n', '\n" + (size + 1) + "\n') where size = "
                + size);

        assertThat(checks.run()).singleElement()
                .asString()
                .contains("The checkpoint of size " + size + " does not hold");
    }

    /** All texts and roots are compared every day; of signatures that were good once a part, and in thirty days each. */
    @Test
    void aSignatureThatWasSwappedLongAgoIsFoundWithinThirtyChecks() throws SQLException {
        long size = Sql.number("select max(size) from checkpoint");
        story.anArticle();
        sequencer.run();
        assertThat(checks.run()).isEmpty();
        String note = Sql.rows("select note from checkpoint where size = " + size).get(0).get(0).toString();
        String foreign = SigningKey.of(keys.origin(), VerifierKey.Kind.NOTE, "5b".repeat(32))
                .sign(Note.parse(note).text())
                .toString();
        undo = "update checkpoint set note = '" + note + "' where size = " + size;
        past("update checkpoint set note = '" + foreign + "' where size = " + size);

        List<String> found = List.of();
        int run = 0;
        while (found.isEmpty() && run < Sample.TURNS) {
            found = checks.run();
            run++;
        }

        assertThat(found).singleElement().asString().contains("The checkpoint of size " + size + " does not hold");
    }

    @Test
    void whatIsNewTheNewestAndEachInItsTurnIsDue() {
        Sample sample = new Sample(100, 60, 7);

        assertThat(LongStream.rangeClosed(0, 60).filter(sample::due)).containsExactly(7L, 37L);
        assertThat(LongStream.rangeClosed(61, 100).allMatch(sample::due)).isTrue();
        assertThat(new Sample(60, 60, 7).due(60)).isTrue();
        for (long size = 0; size < 100; size++) {
            long one = size;
            assertThat(IntStream.range(0, Sample.TURNS).filter(turn -> new Sample(200, 100, turn).due(one))).hasSize(1);
        }
    }

    @Test
    void aHashOfTheTilesThatWasAlteredIsFound() throws SQLException {
        try (Connection connection = Sql.service()) {
            Bulk.write(connection, 300);
        }
        sequencer.run();
        String some = " where level = 1 and idx = 0";
        undo = "update node set hash = (select hash from kept_node)" + some + "; drop table kept_node";
        past("create table kept_node as select hash from node" + some + "; update node set hash = sha256(hash)" + some);

        assertThat(checks.run()).first()
                .asString()
                .isEqualTo("Hash 0 of the tiles of level 1 is not that of the leaves under it.");
    }

    @Test
    void anEntryThatIsKeptOutIsFound() throws SQLException {
        long kept = story.anArticle();
        long waiting = Sql.number("select id from entry where article_id = " + kept);
        undo = "insert into unsequenced values (" + waiting + ")";
        past("delete from unsequenced where entry_id = " + waiting);

        assertThat(checks.run()).containsExactly("Entry " + waiting + " has no index and does not wait for one.");
    }

    private void itIsSaidWhereItMustBeSeen(String said) {
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(Visitor.signedIn("stella").get("/desk").trouble())
                .contains("The record has been altered. Entry " + entry, said);
        assertThat(Visitor.signedIn("rafael").get("/desk").trouble()).isEmpty();
        assertThat(Visitor.signedIn("rafael").get("/ledger").trouble()).contains("The record has been altered", said);
    }

    /** With everything in the database that refuses it turned off. */
    private static void past(String sql) throws SQLException {
        Sql.run(Sql.superuser(), "set session_replication_role = replica; " + sql);
    }
}
