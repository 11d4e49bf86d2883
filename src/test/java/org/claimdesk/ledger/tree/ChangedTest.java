package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** What fits into a notification of PostgreSQL. */
class ChangedTest {

    private static final int LIMIT = 8_000;

    @Test
    void idsTravelAndNothingElse() {
        Changed changed = Changed.nothing();
        changed.add(12L, 3L);
        changed.add(null, 3L);
        changed.add(7L, 4L);
        changed.add(null, null);

        assertThat(changed.payload()).isEqualTo("7,12;3,4");
        assertThat(Changed.read(changed.payload())).isEqualTo(changed);
        assertThat(Changed.read(Changed.nothing().payload())).isEqualTo(Changed.nothing());
    }

    @Test
    void manyAreSaidToBeMany() {
        Changed changed = Changed.nothing();
        LongStream.range(0, 2 * LIMIT).forEach(id -> changed.add(Long.MAX_VALUE - id, null));

        assertThat(changed.payload()).hasSizeLessThan(LIMIT);
        assertThat(Changed.read(changed.payload()).many()).isTrue();
    }
}
