package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.State;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final List<SentenceLine> FOUR = List.of(new SentenceLine(1, 0, 10, Disposition.UNREVIEWED),
            new SentenceLine(2, 11, 20, Disposition.OPINION), new SentenceLine(3, 21, 30, Disposition.NO_FACT),
            new SentenceLine(4, 31, 40, Disposition.UNREVIEWED));

    @Test
    void everySentenceIsCountedOnce() {
        assertThat(Account.of(FOUR, List.of())).isEqualTo(new Account(0, 2, 2));
        assertThat(Account.of(FOUR, List.of()).total()).isEqualTo(4);
    }

    @Test
    void aClaimAcrossTwoSentencesAccountsForBothWhateverTheyWereCalled() {
        assertThat(Account.of(FOUR, List.of(Lines.claim(1, 5, 12, State.ASSIGNED, false))))
                .isEqualTo(new Account(2, 1, 1));
    }

    @Test
    void aClaimThatOnlyMeetsASentenceDoesNotTouchIt() {
        assertThat(Account.of(FOUR, List.of(Lines.claim(1, 10, 11, State.ASSIGNED, false))))
                .isEqualTo(new Account(0, 2, 2));
    }
}
