package org.claimdesk.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.local.NewsroomTest;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What goes to the database and comes back is the same, and is counted like any other statement. */
@NewsroomTest
class RowsTest {

    @Inject
    EntityManager database;
    @Inject
    SessionFactory sessions;

    private List<Tuple> rows(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> Rows.of(database, sql, parameters));
    }

    @Test
    void valuesComeBackAsTheyWent() {
        UUID id = UUID.randomUUID();
        Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
        Tuple row = rows(
                "select ?1::bigint as a, ?2::int as b, ?3::text as c, ?4::uuid as d, ?5::timestamptz as e, ?6::bytea as f,"
                        + " ?7::boolean as g, ?8::date as h, ?9::numeric as i, ?10::text as j, ?11 as k, ?12 as l, ?13 as m, ?14 as n",
                7L, 8, "Grün 😀 ?1", id, moment, new byte[]{0, -1}, true, LocalDate.of(1999, 12, 31),
                new BigDecimal("1.50"), null, new Long[]{1L, 2L}, new String[]{"a,b", "\"{"}, new UUID[]{id},
                new Integer[]{}).get(0);

        assertThat(row.get("a", Long.class)).isEqualTo(7);
        assertThat(row.get(1, Integer.class)).isEqualTo(8);
        assertThat(Rows.text(row, 2)).isEqualTo("Grün 😀 ?1");
        assertThat(row.get("d", UUID.class)).isEqualTo(id);
        assertThat(row.get("e", Instant.class)).isEqualTo(moment);
        assertThat(row.get("f", byte[].class)).containsExactly(0, -1);
        assertThat(row.get("g", Boolean.class)).isTrue();
        assertThat(row.get("h", LocalDate.class)).isEqualTo("1999-12-31");
        assertThat(row.get("i", BigDecimal.class)).isEqualByComparingTo("1.5");
        assertThat(row.get("j")).isNull();
        assertThat(row.get("k", Long[].class)).containsExactly(1L, 2L);
        assertThat(row.get("l", String[].class)).containsExactly("a,b", "\"{");
        assertThat(row.get("m", UUID[].class)).containsExactly(id);
        assertThat(row.get("n", Integer[].class)).isEmpty();
    }

    @Test
    void aStatementIsPlannedForAnyListAndNotForEach() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (long i = 0; i < 20; i++) {
                Rows.of(database, "select /* for lists */ id from claim where id = any(?1)", (Object) new Long[]{i});
            }
            Tuple plans = Rows.of(database, "select generic_plans, custom_plans from pg_prepared_statements"
                    + " where statement like ?1", "%/* for lists */%").get(0);
            assertThat(plans.get(1, Long.class)).isEqualTo(5);
            assertThat(plans.get(0, Long.class)).isEqualTo(15);
        });
    }

    @Test
    void oneValueStandsWhereverItsNumberDoes() {
        assertThat(rows("select ?2::text || ?1::text || ?2::text", "a", "b").get(0).get(0)).isEqualTo("bab");
    }

    @Test
    void whatCannotBeAskedIsAnErrorOfTheDatabaseAndTheConnectionGoesBack() {
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> rows("select 1 / ?1::int", 0)).isInstanceOf(JDBCException.class)
                    .hasMessageContaining("division by zero");
        }
        assertThatThrownBy(() -> rows("select 1 as one").get(0).get("two")).hasMessageContaining("no column two");
    }

    @Test
    void eachIsCountedAsAStatement() {
        sessions.getStatistics().clear();
        rows("select 1");
        rows("select 2");
        assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(2);
    }
}
