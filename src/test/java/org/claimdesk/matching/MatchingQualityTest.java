package org.claimdesk.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.claimdesk.local.Scratch;
import org.junit.jupiter.api.Test;

/** The weights that are shipped, on posts they were not learned from, where the data is there. */
class MatchingQualityTest {

    private static final VerifiedClaims DATA = new VerifiedClaims(Path.of("../shared/data/claim-matching/v3.0"));

    @Test
    void theRightClaimComesFirstForMostPosts() throws SQLException {
        assumeTrue(DATA.here() && Boolean.getBoolean("claimdesk.matching.quality"),
                "takes minutes: -Dclaimdesk.matching.quality=true");
        Meaning meaning = new Meaning();
        try (Scratch scratch = Scratch.start(Path.of("target/matching-test"));
                Connection service = scratch.service()) {
            try (Connection unhindered = scratch.unhindered()) {
                DATA.store(unhindered, meaning);
            }
            assertThat(Measuring.map(Measuring.cases(DATA.posts("dev"), new Ranking(service, meaning)),
                    Weights.MODEL::sum)).isGreaterThanOrEqualTo(0.87);
        }
    }

    /** Without the model it is a matter of seconds. */
    @Test
    void wordsAloneFindTheRightClaimForMostPosts() throws SQLException {
        assumeTrue(DATA.here());
        try (Scratch scratch = Scratch.start(Path.of("target/matching-test"));
                Connection service = scratch.service()) {
            try (Connection unhindered = scratch.unhindered()) {
                DATA.store(unhindered, null);
            }
            assertThat(Measuring.map(Measuring.cases(DATA.posts("dev"), new Ranking(service, null)),
                    Weights.TEXT::sum)).isGreaterThanOrEqualTo(0.80);
        }
    }
}
