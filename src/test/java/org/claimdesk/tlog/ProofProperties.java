package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Proofs and hashes of trees of any size up to some thousands, against the definition in RFC 6962. */
class ProofProperties {

    private static final int LARGEST = 3000;
    private static final List<Hash> LEAVES = Logs.leaves(LARGEST);

    @Property(tries = 300)
    void everyEntryIsProvedToBeIn(@ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST) int some) {
        List<Hash> leaves = LEAVES.subList(0, size);
        int index = some % size;

        InclusionProof proof = InclusionProof.of(index, Logs.nodes(leaves));

        proof.verify(leaves.get(index), Logs.root(leaves));
    }

    @Property(tries = 300)
    void everyTreeIsProvedToGoOnFromAnEarlierOne(@ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST) int some) {
        List<Hash> leaves = LEAVES.subList(0, size);
        int earlier = 1 + some % size;

        ConsistencyProof proof = ConsistencyProof.of(earlier, Logs.nodes(leaves));

        proof.verify(Logs.root(leaves.subList(0, earlier)), Logs.root(leaves));
    }

    @Property(tries = 200)
    void aTreeThatGrowsHasTheRootOfTheDefinition(@ForAll @IntRange(max = LARGEST) int size,
            @ForAll @IntRange(max = 600) int more) {
        int grown = Math.min(LARGEST, size + more);
        Frontier frontier = Logs.nodes(LEAVES.subList(0, size)).frontier();
        LEAVES.subList(size, grown).forEach(frontier::append);

        assertThat(frontier.size()).isEqualTo(grown);
        assertThat(frontier.root()).isEqualTo(Logs.root(LEAVES.subList(0, grown)));
        assertThat(Logs.nodes(LEAVES.subList(0, grown)).root()).isEqualTo(frontier.root());
    }

    @Property(tries = 60)
    void anyFlippedBitOfAProofIsFound(@ForAll @IntRange(min = 1, max = 600) int size,
            @ForAll @IntRange(max = 600) int some,
            @ForAll @IntRange(max = 255) int bit) {
        List<Hash> leaves = LEAVES.subList(0, size);
        Nodes nodes = Logs.nodes(leaves);
        Hash root = Logs.root(leaves);
        int index = some % size;
        InclusionProof inclusion = InclusionProof.of(index, nodes);
        ConsistencyProof consistency = ConsistencyProof.of(index + 1, nodes);
        Hash earlier = Logs.root(leaves.subList(0, index + 1));

        assertUnproven(() -> inclusion.verify(flipped(leaves.get(index), bit), root));
        assertUnproven(() -> inclusion.verify(leaves.get(index), flipped(root, bit)));
        assertUnproven(() -> consistency.verify(flipped(earlier, bit), root));
        assertUnproven(() -> consistency.verify(earlier, flipped(root, bit)));
        for (int i = 0; i < inclusion.hashes().size(); i++) {
            List<Hash> hashes = flipped(inclusion.hashes(), i, bit);
            assertUnproven(() -> new InclusionProof(index, size, hashes).verify(leaves.get(index), root));
        }
        for (int i = 0; i < consistency.hashes().size(); i++) {
            List<Hash> hashes = flipped(consistency.hashes(), i, bit);
            assertUnproven(() -> new ConsistencyProof(index + 1, size, hashes).verify(earlier, root));
        }
    }

    @Property(tries = 100)
    void aProofTooShortOrTooLongIsRefused(@ForAll @IntRange(min = 2, max = 1000) int size,
            @ForAll @IntRange(max = 1000) int some) {
        List<Hash> leaves = LEAVES.subList(0, size);
        Hash root = Logs.root(leaves);
        int index = some % (size - 1);
        List<Hash> inclusion = InclusionProof.of(index, Logs.nodes(leaves)).hashes();
        List<Hash> consistency = ConsistencyProof.of(index + 1, Logs.nodes(leaves)).hashes();
        Hash earlier = Logs.root(leaves.subList(0, index + 1));

        for (List<Hash> wrong : List.of(inclusion.subList(1, inclusion.size()),
                inclusion.subList(0, inclusion.size() - 1), longer(inclusion, root),
                longer(inclusion, leaves.get(0)))) {
            assertUnproven(() -> new InclusionProof(index, size, wrong).verify(leaves.get(index), root));
        }
        for (List<Hash> wrong : List.of(consistency.subList(1, consistency.size()),
                consistency.subList(0, consistency.size() - 1), longer(consistency, root))) {
            assertUnproven(() -> new ConsistencyProof(index + 1, size, wrong).verify(earlier, root));
        }
    }

    @Property(tries = 100)
    void aProofIsForItsOwnEntryAlone(@ForAll @IntRange(min = 2, max = 1000) int size,
            @ForAll @IntRange(max = 1000) int some,
            @ForAll @IntRange(max = 1000) int other) {
        List<Hash> leaves = LEAVES.subList(0, size);
        int index = some % size;
        int wrong = other % size == index ? (index + 1) % size : other % size;
        InclusionProof proof = InclusionProof.of(index, Logs.nodes(leaves));

        assertUnproven(() -> proof.verify(leaves.get(wrong), Logs.root(leaves)));
        assertUnproven(
                () -> new InclusionProof(wrong, size, proof.hashes()).verify(leaves.get(index), Logs.root(leaves)));
    }

    @Test
    void anEmptyTreeAndOneOfOneEntry() {
        Nodes empty = Logs.nodes(List.of());
        Nodes one = Logs.nodes(LEAVES.subList(0, 1));

        assertThat(empty.root()).isEqualTo(Hash.EMPTY);
        assertThat(Hash.EMPTY.base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThatThrownBy(() -> InclusionProof.of(0, empty)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ConsistencyProof.of(0, one)).isInstanceOf(Malformed.class);
        assertThat(InclusionProof.of(0, one).hashes()).isEmpty();
        InclusionProof.of(0, one).verify(LEAVES.get(0), LEAVES.get(0));
        assertThat(ConsistencyProof.of(1, one).hashes()).isEmpty();
        ConsistencyProof.of(1, one).verify(LEAVES.get(0), LEAVES.get(0));
        assertUnproven(() -> new InclusionProof(0, 0, List.of()).verify(Hash.EMPTY, Hash.EMPTY));
        assertUnproven(() -> new ConsistencyProof(0, 1, List.of()).verify(Hash.EMPTY, LEAVES.get(0)));
    }

    @Test
    void onlyTilesThatAreNeededAreRead() {
        TreeSet<String> read = new TreeSet<>();
        Tiles tiles = Logs.tiles(LEAVES);
        Nodes nodes = new Nodes(tile -> {
            read.add(tile.path());
            return tiles.read(tile);
        }, 3000);

        InclusionProof.of(700, nodes);

        // Its own tile, the two at the right edge, and nothing of the other nine.
        assertThat(read).containsExactly("0/002", "0/011.p/184", "1/000.p/11");
    }

    private static void assertUnproven(Runnable verifying) {
        assertThatThrownBy(verifying::run).isInstanceOf(Unproven.class);
    }

    private static List<Hash> longer(List<Hash> hashes, Hash more) {
        List<Hash> longer = new ArrayList<>(hashes);
        longer.add(more);
        return longer;
    }

    private static List<Hash> flipped(List<Hash> hashes, int at, int bit) {
        List<Hash> flipped = new ArrayList<>(hashes);
        flipped.set(at, flipped(hashes.get(at), bit));
        return flipped;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Hash.of(bytes);
    }
}
