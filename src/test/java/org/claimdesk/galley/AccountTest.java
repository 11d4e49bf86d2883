package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.State;
import org.claimdesk.text.ClaimType;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final List<SentenceLine> FOUR = List.of(sentence(1, 0, 10, Disposition.UNREVIEWED),
            sentence(2, 11, 20, Disposition.OPINION), sentence(3, 21, 30, Disposition.NO_FACT),
            sentence(4, 31, 40, Disposition.UNREVIEWED));

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

    private static SentenceLine sentence(int number, int start, int end, Disposition disposition) {
        return new SentenceLine(number, start, end, disposition, 0.4f, List.of("no figure"), ClaimType.EVENT);
    }
}
