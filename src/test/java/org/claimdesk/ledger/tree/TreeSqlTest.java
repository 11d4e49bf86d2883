package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses of the tree on its own, also to the owner of the schema. */
@NewsroomTest
class TreeSqlTest {

    private static final String APPEND = "insert into leaf select (select max(idx) from leaf) + %s, e.id,"
            + " sha256('\\x00'::bytea || convert_to(e.body || '%s', 'UTF8')) from entry e where id = (%s)";
    private static final String WAITING = "select min(entry_id) from unsequenced";

    @Inject
    Sequencer sequencer;
    @Inject
    Story story;

    @BeforeEach
    void entriesInTheTreeAndOneThatWaits() {
        story.anArticle();
        sequencer.run();
        story.anArticle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf", "node", "checkpoint", "log_key", "cosignature", "split_view", "self_check"})
    void nothingOfItIsChangedOrTakenAway(String table) throws SQLException {
        String column = Sql.rows("select column_name::text from information_schema.columns where table_name = '" + table
                + "' order by ordinal_position desc").get(0).get(0).toString();
        boolean empty = Sql.number("select count(*) from " + table) == 0;

        refused(Sql.owner(), "truncate " + table + " cascade", "append-only");
        if (!empty) {
            refused(Sql.owner(), "update " + table + " set " + column + " = " + column, "append-only");
            refused(Sql.owner(), "delete from " + table, "append-only");
        }
        refused(Sql.service(), "delete from " + table, "permission denied");
        refused(Sql.service(), "update " + table + " set " + column + " = " + column, "permission denied");
    }

    @Test
    void noIndexIsLeftOutAndNoneIsGivenTwice() {
        refused(owner(), APPEND.formatted("2", "", WAITING), "follows the last one");
        refused(owner(), APPEND.formatted("0", "", WAITING), "leaf_pkey");
        refused(owner(), APPEND.formatted("1", "", "select max(entry_id) from leaf"), "leaf_entry_id_key");
    }

    @Test
    void aLeafHasTheHashOfItsEntry() {
        refused(owner(), APPEND.formatted("1", " ", WAITING), "has the hash of its entry");
    }

    @Test
    void whatWaitsIsNotForgotten() {
        refused(service(), "delete from unsequenced", "permission denied");
        refused(service(), "insert into unsequenced values (1)", "permission denied");
        refused(owner(), "truncate unsequenced", "append-only");
    }

    @Test
    void aCheckpointIsOverTheWholeTreeAndOnlyGrows() throws SQLException {
        long size = Sql.number("select max(size) from checkpoint");

        for (long wrong : new long[]{0, size - 1, size, size + 1}) {
            refused(owner(),
                    "insert into checkpoint select " + wrong + ", root, now(), note from checkpoint where size = "
                            + size,
                    wrong == size ? "larger than the last" : "over the whole tree");
        }
    }

    @Test
    void aNodeIsOverLeavesThatAreThere() {
        refused(owner(), "insert into node select 7, 0, sha256('')", "over leaves that are there");
        refused(owner(), "insert into node select 1, coalesce(max(idx), -1) + 1, sha256('') from node where level = 1",
                "over leaves that are there");
    }

    @Test
    void noEntryIsTooLongForABundle() throws SQLException {
        assertThat(Sql.number("select max(octet_length(body)) from entry")).isLessThan(65_536);
        refused(owner(),
                "insert into entry (at, person_id, role, act, article_id, body) select at, person_id, role, act,"
                        + " article_id, repeat('x', 65536) from entry where claim_id is null and article_id is not null limit 1",
                "entry_is_no_longer");
    }

    private static Connection owner() {
        return open(Sql::owner);
    }

    private static Connection service() {
        return open(Sql::service);
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private static Connection open(Opening opening) {
        try {
            return opening.open();
        } catch (SQLException away) {
            throw new AssertionError(away);
        }
    }

    private static void refused(Connection as, String sql, String because) {
        assertThatThrownBy(() -> Sql.run(as, sql)).as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }
}
