package org.claimdesk.evidence.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Quoting;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.text.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at a file is a job that any instance goes on with, and plain SQL is refused what would change its outcome. */
@NewsroomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {

    @Inject
    Story story;
    @Inject
    Onlooker onlooker;
    @Inject
    Quoting quoting;
    private boolean quoted;

    @Test
    void whatAnEndedInstanceHadBegunAnotherGoesOnWith() {
        long claim = story.anAssignedClaim();
        onlooker.looks();
        long pdf = onlooker.attach(claim, Onlooker.log(), "log.pdf");
        Instant now = Instant.now().plusSeconds(1);
        Looks.Job taken = onlooker.jobs().next(now, now.plus(LookWorker.LEASE)).orElseThrow();

        assertThat(onlooker.ahead(Duration.ofSeconds(2)).runNext()).as("it is another's").isFalse();
        assertThat(onlooker.ahead(LookWorker.LEASE.plusSeconds(5)).runNext()).isTrue();

        assertThat(onlooker.jobs().later(taken, "Too late.", now)).isFalse();
        as("wanda").get("/api/v1" + Onlooker.page(claim, pdf)).then().body("preview.done", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update look set cut = true where state = 'DONE'", "delete from look",
            "truncate look cascade",
            "update file_text set text = 'x'", "delete from file_text", "truncate file_text cascade",
            "update look set state = 'DONE', done_at = now(), media_type = 'x', unshown = 'x', textless = 'x' where state = 'WAITING'",
            "insert into file_text (digest, text, starts) select digest, 'x', '{}' from look where state = 'WAITING' limit 1",
            "insert into passage (evidence_id, digest, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)"
                    + " select evidence_id, digest, 'Twelve', '', '', start_at, start_at + 6, picked_by, now(), entry_id from passage"
                    + " where digest is not null limit 1",
            "insert into passage (evidence_id, digest, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)"
                    + " select (select max(id) from evidence where kind = 'FILE' and digest <> p.digest), digest, exact, '', '', start_at,"
                    + " end_at, picked_by, now(), entry_id from passage p where digest is not null limit 1",
            "insert into passage (evidence_id, exact, picked_by, picked_at, entry_id)"
                    + " select evidence_id, exact, picked_by, now(), entry_id from passage limit 1",
            "insert into passage (evidence_id, exact, locator, picked_by, picked_at, entry_id)"
                    + " select e.id, 'All.', 'page 1', e.attached_by, now(), (select max(id) from entry where act = 'ATTACH' and person_id = e.attached_by)"
                    + " from evidence e where kind = 'REFERENCE' limit 1"})
    void plainSqlIsRefused(String sql) {
        oneIsQuotedAndAnotherWaits();

        assertThatThrownBy(() -> sql(sql)).isInstanceOf(SQLException.class)
                .hasMessageMatching(
                        "(?s).*(append-only|never changes|does not go|is not the text|do not stand|of another"
                                + "|picked_or_typed|picked by no act).*");
    }

    /** Once: what plain SQL is refused stays as it is. */
    private void oneIsQuotedAndAnotherWaits() {
        if (!quoted) {
            long claim = story.anAssignedClaim();
            long pdf = onlooker.attach(claim, Onlooker.log(), "log.pdf");
            onlooker.looks();
            story.attach(claim, "rafael");
            quoting.pick(claim, pdf, null, new Quote("Eleven boats", null, null, null), story.person("rafael"));
            onlooker.attach(claim, Onlooker.log(), "waits.pdf");
            quoted = true;
        }
    }

    private static void sql(String sql) throws SQLException {
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
