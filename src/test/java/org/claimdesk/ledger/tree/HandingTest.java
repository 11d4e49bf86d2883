package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Handover;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** History from before the tree, and keys that follow each other. In a schema of its own. */
@NewsroomTest
class HandingTest {

    private static final String SCHEMA = "keys";
    private static final String ORIGIN = "keys.example";
    private static final SigningKey FIRST = key("01");
    private static final SigningKey SECOND = key("02");
    private static final SigningKey THIRD = key("03");
    private static final String BEFORE_THE_TREE = """
            insert into person values ('00000000-0000-0000-0000-000000000001', 'anna', 'Anna', now());
            insert into article (id, version, slug, headline, byline, desk, deadline, revision, filed_by, filed_at)
                select 1, 0, 'S', 'H', '', '/desks/city', now(), 1, id, now() from person;
            insert into revision (article_id, number, text, blocks, digest, filed_by, filed_at)
                select 1, 1, 'Boat', '[]', sha256('Boat'), id, now() from person;
            insert into entry (at, person_id, role, act, article_id, body)
                select now(), p.id, 'EDITOR', 'FILE', 1, '{"n":' || n || '}' from person p, generate_series(1, 600) n;""";

    @Inject
    ObjectMapper json;

    private LedgerDatabase database;

    @BeforeEach
    void aLedgerWithAHistory() throws SQLException {
        away();
        migrate("9");
        Sql.run(Sql.owner(), "set search_path = " + SCHEMA + ";" + BEFORE_THE_TREE);
        migrate("latest");
        PGSimpleDataSource source = new PGSimpleDataSource();
        Map<String, String> environment = NewsroomServers.running().environment();
        source.setUrl(environment.get("CLAIMDESK_DB_URL"));
        source.setUser(environment.get("CLAIMDESK_DB_OWNER"));
        source.setPassword(environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
        source.setCurrentSchema(SCHEMA);
        database = new LedgerDatabase(source);
    }

    @AfterEach
    void away() throws SQLException {
        Sql.run(Sql.owner(), "drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void whatWasDoneBeforeThereWasATreeIsInIt() throws SQLException {
        started(FIRST, null).run();

        assertThat(Sql.number("select count(*) from keys.leaf l join keys.entry e on e.id = l.entry_id"
                + " where l.idx = e.id - (select min(id) from keys.entry)")).isEqualTo(600);
        assertThat(Sql.number("select max(size) from keys.checkpoint")).isEqualTo(600);
    }

    @Test
    void aKeyIsHandedOverByTheOneBeforeAndBothSignThen() throws SQLException {
        started(FIRST, null);
        started(SECOND, FIRST).run();
        started(SECOND, FIRST).run();
        append();
        started(SECOND, null).run();
        started(THIRD, SECOND).run();
        append();
        started(THIRD, null).run();

        KeyHistory history = database.transaction(Checkpoints::history);
        assertThat(history.keys()).extracting(KeyHistory.Held::key)
                .containsExactly(FIRST.verifier(), SECOND.verifier(), THIRD.verifier());
        assertThat(history.keys()).extracting(KeyHistory.Held::since).containsExactly(0L, 601L, 603L);
        for (var row : Sql.rows("select note from keys.checkpoint where size > 0 order by size")) {
            history.open(Note.parse(row.get(0).toString()));
        }
        Note both = Note.parse(Sql.rows("select note from keys.checkpoint where size = 601").get(0).get(0).toString());
        assertThat(Checkpoint.open(both, FIRST.verifier())).isEqualTo(Checkpoint.open(both, SECOND.verifier()));
        assertThat(Sql.rows("select act from keys.entry where person_id = '00000000-0000-4000-8000-00000000c1a1'"))
                .hasSize(2);
        Note last = Note.parse(Sql.rows("select note from keys.checkpoint where size = 604").get(0).get(0).toString());
        assertThatThrownBy(() -> last.verify(SECOND.verifier())).isInstanceOf(Unproven.class);
    }

    /** A stranger needs nobody's word for it: the entry is in the tree, and its index says from where on the key signs. */
    @Test
    void fromWhichSizeAKeySignsFollowsFromItsEntry() throws SQLException {
        started(FIRST, null);
        started(SECOND, FIRST).run();

        List<Checkpoints.Key> listed = database.transaction(Checkpoints::keys);
        assertThat(listed.get(0).entry()).isNull();
        assertThat(listed.get(1).sinceSize()).isEqualTo(listed.get(1).index() + 1).isEqualTo(601);
        String body = Sql.rows("select body from keys.entry where id = " + listed.get(1).entry())
                .get(0)
                .get(0)
                .toString();
        assertThat(JsonPath.from(body).getString("facts.handover")).isEqualTo(listed.get(1).handover());
        Checkpoint signed = Checkpoint.open(
                Note.parse(Sql.rows("select note from keys.checkpoint where size = 601").get(0).get(0).toString()),
                SECOND.verifier());
        database.transaction(connection -> InclusionProof.of(600, new Nodes(new StoredTiles(connection), 601)))
                .verify(Hash.leaf(body.getBytes(StandardCharsets.UTF_8)), signed.root());
    }

    @Test
    void aHandOverThatIsNotWhatItsEntrySaysIsFound() throws SQLException {
        started(FIRST, null);
        started(SECOND, FIRST).run();
        SelfCheck check = new SelfCheck(database, new EntryRow.Judge(json), json);
        assertThat(check.run().findings()).noneMatch(found -> found.contains("hand"));

        Sql.run(Sql.superuser(), "set session_replication_role = replica; update keys.log_key set handover = '"
                + Handover.sign(FIRST, THIRD) + "' where number = 2");
        assertThat(check.run().findings()).first()
                .isEqualTo("The hand-over to the key " + SECOND.verifier() + " is not what its entry says.");

        Sql.run(Sql.superuser(), "set session_replication_role = replica; delete from keys.log_key where number = 2");
        assertThat(check.run().findings()).first().asString().endsWith("hands over to a key that is not listed.");
    }

    @Test
    void aKeyThatNobodyHandedOverToDoesNotStart() throws SQLException {
        started(FIRST, null).run();

        assertThatThrownBy(() -> started(SECOND, null)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CLAIMDESK_LEDGER_KEY_BEFORE");
        assertThatThrownBy(() -> started(SECOND, THIRD)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the key of this ledger");
        assertThat(Sql.number("select count(*) from keys.log_key")).isEqualTo(1);
    }

    @Test
    void anInstanceWithTheOldKeySignsNothingMore() throws SQLException {
        Sequencer old = started(FIRST, null);
        old.run();
        started(SECOND, FIRST);
        append();

        assertThatThrownBy(old::run).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the ledger's");
        started(SECOND, null).run();
        assertThat(Sql.number("select count(*) from keys.unsequenced")).isZero();
    }

    private Sequencer started(SigningKey key, SigningKey before) {
        LogKeys keys = new LogKeys(ORIGIN, seed(key), Optional.ofNullable(before).map(HandingTest::seed));
        Sequencer sequencer = new Sequencer(database, keys, Clock.systemUTC());
        new Handing(database, keys, sequencer, json, Clock.systemUTC()).ready(keys.key(), keys.before().orElse(null));
        return sequencer;
    }

    private static void append() throws SQLException {
        try (Connection owner = Sql.owner()) {
            Sql.run(owner, "set search_path = keys; insert into entry (at, person_id, role, act, article_id, body)"
                    + " select now(), id, 'EDITOR', 'FILE', 1, '{}' from person where username = 'anna'");
        }
    }

    private static SigningKey key(String seed) {
        return SigningKey.of(ORIGIN, VerifierKey.Kind.NOTE, seed.repeat(32));
    }

    private static String seed(SigningKey key) {
        return key == FIRST ? "01".repeat(32) : key == SECOND ? "02".repeat(32) : "03".repeat(32);
    }

    private static void migrate(String target) {
        Map<String, String> environment = NewsroomServers.running().environment();
        Flyway.configure()
                .dataSource(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_OWNER"),
                        environment.get("CLAIMDESK_DB_OWNER_PASSWORD"))
                .schemas(SCHEMA)
                .placeholders(Map.of("service", "keycloak"))
                .target(target)
                .load()
                .migrate();
    }
}
