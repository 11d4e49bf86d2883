package org.claimdesk.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.claimdesk.local.Scratch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many cards: each that fits is found, newest first, and never are all of them gone through. */
class CardsTest {

    /** Such that there are spans of each width: of 4,096, 32,768 and 262,144. */
    private static final int FIRST = 230_000;
    private static final int LAST = 300_000;
    private static final int NARROW = 4_096;
    private static final String FILL = """
            insert into index_card select kind, i, timestamptz '2026-01-01' + (i - %1$d) * interval '1 minute',
                   to_tsvector('english', concat_ws(' ', case when i %% 2 = 0 then 'common' end, case when i %% 2 = 1 then 'zag' end,
                       case when i %% 9000 = 7 then 'seldom' end, case when i %% 100 < 30 then 'frequent' end,
                       case when i between %1$d + 20 and %1$d + 60 then 'alpha' end))
                   || array_to_tsvector(spans(kind, i) || ('S=' || case when i %% 1000 = 3 then 'DISPUTED' else 'VERIFIED' end))
              from generate_series(%1$d + 1, %2$d) i, unnest(array['CLAIM', 'EVIDENCE']) kind where i %% 13 <> 5"""
            .formatted(FIRST, LAST);
    private static final String NEVER = "9999-01-01";

    private static Scratch scratch;
    private static Connection service;

    @BeforeAll
    static void fill() throws SQLException {
        scratch = Scratch.start(Path.of("target/many-cards"));
        try (Connection unhindered = scratch.unhindered()) {
            unhindered.createStatement().execute(FILL);
        }
        service = scratch.service();
        service.setAutoCommit(false);
    }

    @AfterAll
    static void throwAway() throws SQLException {
        service.close();
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "seldom", "alpha", "frequent & zag", "common & zag", "common & seldom",
            "!common & seldom", "alpha | seldom", "zag & 'S=DISPUTED'", "common & 'S=DISPUTED'", "absent", ""})
    void allThatFitAreFoundNewestFirst(String asked) throws SQLException {
        for (int most : new int[]{1, 26, 201}) {
            assertThat(found(asked, Long.MAX_VALUE, "1970-01-01", NEVER, most))
                    .isEqualTo(lookedThrough(asked, Long.MAX_VALUE, "1970-01-01", NEVER, most));
        }
        for (long before : new long[]{FIRST + 1, FIRST + 61, 262_144, 262_145, 294_912, 294_913, 299_001}) {
            assertThat(found(asked, before, "1970-01-01", NEVER, 26)).as("before %d", before)
                    .isEqualTo(lookedThrough(asked, before, "1970-01-01", NEVER, 26));
        }
        assertThat(found(asked, Long.MAX_VALUE, "2026-02-01", "2026-02-03", 26))
                .isEqualTo(lookedThrough(asked, Long.MAX_VALUE, "2026-02-01", "2026-02-03", 26));
    }

    @Test
    void goingOnFindsEachOnce() throws SQLException {
        List<Long> walked = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (List<Long> page = found("seldom", before, "1970-01-01", NEVER, 2); !page.isEmpty(); page = found("seldom",
                before, "1970-01-01", NEVER, 2)) {
            walked.addAll(page);
            before = page.get(page.size() - 1);
        }

        assertThat(walked).isEqualTo(lookedThrough("seldom", Long.MAX_VALUE, "1970-01-01", NEVER, LAST))
                .hasSizeGreaterThan(4);
    }

    /** Of the cards only those are fetched that fit, and of many no more than a span and a half holds, whatever is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"common", "seldom", "alpha", "frequent & zag", "common & zag", "common & seldom",
            "zag & 'S=DISPUTED'", "common & 'S=DISPUTED'", "absent", ""})
    void neverAreAllCardsGoneThrough(String asked) throws SQLException {
        long[] before = read();

        found(asked, Long.MAX_VALUE, "1970-01-01", NEVER, 26);

        long[] after = read();
        assertThat(after[0]).as("times all cards were gone through").isEqualTo(before[0]);
        assertThat(after[1] - before[1]).as("cards fetched").isLessThan(NARROW * 3 / 2);
    }

    private static long[] read() throws SQLException {
        try (ResultSet read = service.createStatement()
                .executeQuery("select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables"
                        + " where relname = 'index_card'")) {
            read.next();
            return new long[]{read.getLong(1), read.getLong(2)};
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from index_card", "update index_card set id = 1",
            "insert into index_card select * from index_card"})
    void theServiceWritesNoCard(String sql) {
        assertThatThrownBy(() -> service.createStatement().execute(sql)).hasMessageContaining("permission denied");
    }

    @AfterEach
    void goOn() throws SQLException {
        service.rollback();
    }

    private static List<Long> found(String asked, long before, String since, String until, int most)
            throws SQLException {
        return ids("select cards('CLAIM', cast(nullif(?, '') as tsquery), ?, cast(? as timestamptz),"
                + " cast(? as timestamptz), '{}', ?)", asked, before, since, until, most);
    }

    private static List<Long> lookedThrough(String asked, long before, String since, String until, int most)
            throws SQLException {
        return ids(
                "select id from index_card where kind = 'CLAIM' and coalesce(found_by @@ cast(nullif(?, '') as tsquery),"
                        + " true) and id < ? and at >= cast(? as timestamptz) and at < cast(? as timestamptz)"
                        + " order by id desc limit ?",
                asked, before, since, until, most);
    }

    private static List<Long> ids(String sql, String asked, long before, String since, String until, int most)
            throws SQLException {
        try (PreparedStatement statement = service.prepareStatement(sql)) {
            statement.setString(1, asked);
            statement.setLong(2, before);
            statement.setString(3, since);
            statement.setString(4, until);
            statement.setInt(5, most);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }
}
