package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain SQL is refused of pages that are not as they were. */
@NewsroomTest
class RotSqlTest {

    @Inject
    Bed bed;
    @Inject
    Story story;

    @ParameterizedTest
    @ValueSource(strings = {"delete from watch", "truncate watch cascade", "delete from acknowledgement",
            "update acknowledgement set reason = 'x'", "truncate acknowledgement",
            "update watch set open = false where evidence_id = %1$d",
            "update watch set open = false, reference_id = look_id where evidence_id = %1$d",
            "update watch set look_id = null, open = false, reference_id = null where evidence_id = %1$d",
            "update watch set look_id = reference_id where evidence_id = %1$d",
            "update watch set claim_id = (select min(id) from claim) where evidence_id = %1$d",
            "update capture set fate = 'SAME', lost = '{}' where evidence_id = %1$d and fate is not null",
            "insert into acknowledgement (evidence_id, capture_id, reason, acknowledged_by, acknowledged_at, entry_id)"
                    + " select w.evidence_id, w.look_id, 'Fine.', c.asked_by, now(), c.entry_id from watch w join capture c on c.id = w.look_id where w.evidence_id = %1$d",
            "insert into capture (evidence_id, address, due_at, asked_by, asked_at) select id, address, now(), attached_by, now() from evidence where id = %1$d",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), '00000000-0000-4000-8000-00000000c1a1', 'EDITOR', 'CAPTURE', id, '{}' from article limit 1",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), '00000000-0000-4000-8000-00000000c1a1', 'SERVICE', 'DROP', id, '{}' from article limit 1",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), e.attached_by, 'SERVICE', 'CAPTURE', c.article_id, '{}' from evidence e join claim c on c.id = e.claim_id where e.id = %1$d"})
    void plainSqlIsRefused(String sql) {
        long claim = story.anAssignedClaim();
        long link = bed.changed(claim);
        long other = bed.changed(claim);
        bed.accept(claim, other, "rafael");

        assertThatThrownBy(() -> Bed.sql(sql.formatted(link))).isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(append-only|nobody accepted|tells nothing|watch is for a link|never changes"
                        + "|given by no act|asked_by_an_act|entry_of_the_service|check constraint).*");
    }

    @Test
    void nobodyWhoSourcedAVerifiedClaimAcceptsInPlainSqlEither() {
        long claim = bed.verifiedOnAChange();
        String sql = """
                insert into entry (at, person_id, role, act, article_id, body)
                    select now(), '%%2$s', 'REPORTER', 'ACKNOWLEDGE', article_id, '{}' from claim where id = %1$d;
                insert into acknowledgement (evidence_id, capture_id, reason, acknowledged_by, acknowledged_at, entry_id)
                    select evidence_id, look_id, 'Fine.', '%%2$s', now(), (select max(id) from entry) from watch where claim_id = %1$d;
                update watch set open = false, reference_id = look_id where claim_id = %1$d"""
                .formatted(claim)
                .replace("%%", "%");

        assertThatThrownBy(() -> Bed.sql(sql.replace("%2$s", story.person("rafael").id().toString())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("who sourced a verified claim");
        assertThatThrownBy(
                () -> Bed.sql("update watch set reference_id = look_id, open = false where claim_id = " + claim))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nobody accepted");
    }

    /** A look that nobody is told of, or that was held against nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"",
            "insert into watch (evidence_id, claim_id, next_at) values (%1$d, %2$d, now()) on conflict do nothing;"})
    void aFinishedCaptureIsKnownToTheWatch(String before) {
        long claim = story.anAssignedClaim();
        long link = before.isEmpty() ? bed.attach(claim, "https://harbor.example/log") : bed.changed(claim);
        if (!before.isEmpty()) {
            bed.again(claim, link);
        }

        assertThatThrownBy(() -> Bed.sql(
                (before + """
                        with e as (insert into entry (at, person_id, role, act, article_id, body)
                            select now(), e.attached_by, 'REPORTER', 'CAPTURE', c.article_id, '{}' from evidence e join claim c on c.id = e.claim_id
                             where e.id = %1$d returning id)
                        select id from e;
                        update capture set state = 'RUNNING', attempts = 1, lease_until = now() where evidence_id = %1$d and state = 'WAITING';
                        update capture set state = 'FAILED', lease_until = null, finished_at = now(), failure_kind = 'X', failure = 'x',
                               entry_id = (select max(id) from entry) where evidence_id = %1$d and state = 'RUNNING'""")
                        .formatted(link, claim)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the watch does not know it");
    }
}
