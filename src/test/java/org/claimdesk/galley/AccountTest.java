package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.State;
import org.claimdesk.text.ClaimType;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final List<SentenceLine> FOUR = List.of(sentence(1, 0, 10, Disposition.UNREVIEWED),
            sentence(2, 11, 20, Disposition.OPINION), sentence(3, 21, 30, Disposition.NO_FACT),
            sentence(4, 31, 40, Disposition.UNREVIEWED));

    @Test
    void everySentenceIsCountedOnce() {
        assertThat(Account.of(FOUR, List.of())).isEqualTo(new Account(0, 0, 0, 0, 2, 2));
        assertThat(Account.of(FOUR, List.of()).total()).isEqualTo(4);
    }

    @Test
    void aClaimAcrossTwoSentencesAccountsForBothWhateverTheyWereCalled() {
        assertThat(Account.of(FOUR, List.of(Lines.claim(1, 5, 12, State.ASSIGNED, false))))
                .isEqualTo(new Account(0, 0, 0, 2, 1, 1));
    }

    @Test
    void aClaimThatOnlyMeetsASentenceDoesNotTouchIt() {
        assertThat(Account.of(FOUR, List.of(Lines.claim(1, 10, 11, State.ASSIGNED, false))))
                .isEqualTo(new Account(0, 0, 0, 0, 2, 2));
    }

    @Test
    void ofSeveralClaimsTheOneFurthestFromVerifiedCounts() {
        assertThat(Account.of(FOUR, List.of(Lines.claim(1, 0, 5, State.VERIFIED, false),
                Lines.claim(2, 5, 9, State.SOURCED, false), Lines.claim(3, 11, 15, State.VERIFIED, false))))
                .isEqualTo(new Account(1, 1, 0, 0, 1, 1));
    }

    @Property
    void theCountsAddUpWhateverIsClaimed(@ForAll List<@IntRange(max = 45) Integer> starts,
            @ForAll @IntRange(min = 1, max = 30) int length, @ForAll List<Disposition> called) {
        List<SentenceLine> sentences = IntStream.range(0, called.size())
                .mapToObj(i -> sentence(i + 1, i * 10, i * 10 + 9, called.get(i)))
                .toList();
        List<ClaimLine> claims = starts.stream()
                .map(start -> Lines.claim(start, start, start + length, State.values()[start % 4], false))
                .toList();

        Account account = Account.of(sentences, claims);

        assertThat(account.total()).isEqualTo(sentences.size());
        assertThat(account.claimed()).isEqualTo((int) sentences.stream()
                .filter(one -> claims.stream()
                        .anyMatch(claim -> claim.start() < one.end() && one.start() < claim.end()))
                .count());
        assertThat(account.open()).isLessThanOrEqualTo((int) called.stream()
                .filter(disposition -> disposition == Disposition.UNREVIEWED)
                .count());
    }

    private static SentenceLine sentence(int number, int start, int end, Disposition disposition) {
        return new SentenceLine(number, start, end, disposition, 0.4f, List.of("no figure"), ClaimType.EVENT);
    }
}
