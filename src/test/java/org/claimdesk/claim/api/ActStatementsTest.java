package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.tag;
import static org.claimdesk.claim.api.Bench.with;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/**
 * How many statements an act takes, from the request to its answer. Every one is a way to the database and back while the
 * claim is held, so that one more is a decision: change the number with the reason for it.
 */
@NewsroomTest
class ActStatementsTest {

    private static final int ATTACH = 23;
    private static final int SUBMIT = 21;

    @Inject
    SessionFactory sessions;

    @Test
    void anActTakesAsManyStatementsAsItAlwaysDid() {
        everybodyIsKnown();
        long claim = claim("rafael");
        Map<String, Integer> statements = new LinkedHashMap<>();
        statements.put("attach a link", statements("rafael", claim, "evidence", Bench.link(), 201));
        statements.put("attach a reference", statements("rafael", claim, "evidence", REFERENCE, 201));
        statements.put("submit", statements("rafael", claim, "submit", Map.of(), 200));
        statements.put("return", statements("viktor", claim, "return", Map.of("missing", "The page."), 200));
        done(Bench.act("rafael", claim, "submit", Map.of()), 200);
        statements.put("verify", statements("viktor", claim, "verify",
                with("rating", "ACCURATE", "rationale", "The log says so."), 200));

        assertThat(statements)
                .containsExactlyInAnyOrderEntriesOf(Map.of("attach a link", 24, "attach a reference", ATTACH,
                        "submit", SUBMIT, "return", 18,
                        // One of them asks whether a published verdict comes out otherwise.
                        "verify", 25));
    }

    @Test
    void muchEvidenceTakesAnActNoMoreStatements() {
        everybodyIsKnown();
        long claim = claim("rafael");
        for (int i = 0; i < 12; i++) {
            done(attach("rafael", claim, REFERENCE), 201);
        }

        assertThat(statements("rafael", claim, "evidence", REFERENCE, 201)).isEqualTo(ATTACH);
        done(attach("rafael", claim, Bench.link()), 201);
        assertThat(statements("rafael", claim, "submit", Map.of(), 200)).isEqualTo(SUBMIT);
    }

    private static final Map<String, Object> REFERENCE = with("kind", "REFERENCE", "stance", "SUPPORTS", "citation",
            "Harbor log of the night", "source", "The harbor's own office");

    /** Who acts for the first time is written down, and a source that is named for the first time is made. */
    private static void everybodyIsKnown() {
        long claim = claim("rafael");
        done(attach("rafael", claim, Bench.link()), 201);
        done(attach("rafael", claim, REFERENCE), 201);
        done(Bench.act("rafael", claim, "submit", Map.of()), 200);
        done(Bench.act("viktor", claim, "return", Map.of("missing", "The page.")), 200);
    }

    private int statements(String who, long claim, String act, Object body, int status) {
        String tag = tag(claim);
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        done(sent(who, body).header("If-Match", tag).post(V1 + "/claims/" + claim + "/" + act), status);
        return (int) statistics.getPrepareStatementCount();
    }
}
