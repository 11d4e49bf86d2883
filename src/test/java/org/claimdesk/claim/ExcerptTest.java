package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void shortWordsStandAsTheyAre() {
        assertThat(Excerpt.of("Eleven\n people", 20)).isEqualTo("Eleven people");
        assertThat(Excerpt.quoted("Eleven people", 20)).isEqualTo("“Eleven people”");
    }

    @Test
    void longWordsEndAtASpace() {
        assertThat(Excerpt.of("Eleven people came ashore", 20)).isEqualTo("Eleven people came …");
        assertThat(Excerpt.of("🕊".repeat(30), 20)).isEqualTo("🕊".repeat(18) + " …");
    }

    @Test
    void aQuotationIsNotQuotedTwice() {
        assertThat(Excerpt.quoted("“We have a table.”", 40)).isEqualTo("“We have a table.”");
    }
}
