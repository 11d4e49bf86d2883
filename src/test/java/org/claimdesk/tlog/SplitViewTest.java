package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Two checkpoints held against each other. */
class SplitViewTest {

    private static final List<Hash> LEAVES = Logs.leaves(20);

    @Test
    void twoOfOneHistoryAreBothTrue() {
        assertThat(SplitView.between(at(LEAVES, 7), at(LEAVES, 20), proofs(LEAVES))).isEmpty();
        assertThat(SplitView.between(at(LEAVES, 20), at(LEAVES, 7), proofs(LEAVES))).isEmpty();
        assertThat(SplitView.between(at(LEAVES, 20), at(LEAVES, 20), proofs(LEAVES))).isEmpty();
        assertThat(SplitView.between(at(LEAVES, 0), at(LEAVES, 20), proofs(LEAVES))).isEmpty();
    }

    @Test
    void twoHistoriesOfOneSizeAreNamed() {
        assertThat(SplitView.between(at(LEAVES, 20), at(rewritten(), 20), proofs(LEAVES))).get()
                .extracting(SplitView::why)
                .isEqualTo("Both have 20 entries, and their roots differ.");
    }

    @Test
    void aHistoryThatIsNoBeginningOfTheOtherIsNamed() {
        SplitView split = SplitView.between(at(LEAVES, 20), at(rewritten(), 7), proofs(LEAVES)).orElseThrow();

        assertThat(split.earlier().size()).isEqualTo(7);
        assertThat(split.why()).contains("The first 7 of the 20 entries are not those of the smaller one");
    }

    @Test
    void checkpointsOfTwoLogsAreNotCompared() {
        Checkpoint other = new Checkpoint("b", 1, LEAVES.get(0));

        assertThatThrownBy(() -> SplitView.between(at(LEAVES, 1), other, proofs(LEAVES))).isInstanceOf(Malformed.class);
    }

    private static List<Hash> rewritten() {
        List<Hash> rewritten = new ArrayList<>(LEAVES);
        rewritten.set(3, Logs.leaf(99));
        return rewritten;
    }

    private static Checkpoint at(List<Hash> leaves, int size) {
        return new Checkpoint("a", size, Logs.root(leaves.subList(0, size)));
    }

    private static SplitView.Proofs proofs(List<Hash> leaves) {
        return (from, to) -> ConsistencyProof.of(from, Logs.nodes(leaves.subList(0, (int) to)));
    }
}
