package org.claimdesk.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tiles and bundles lie, and what is in a bundle. */
class TileTest {

    @Test
    void theExampleOfTheSpecification() {
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new Tile(0, 273, 112).entriesPath()).isEqualTo("273.p/112");
        assertThat(Tile.in(70_000, 0, 273)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.in(70_000, 1, 1)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.in(70_000, 2, 0)).isEqualTo(new Tile(2, 0, 1));
        assertThat(new Tile(0, 273, 113).in(70_000)).isFalse();
        assertThat(new Tile(0, 273, 100).in(70_000)).isTrue();
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @IntRange(max = 7) int level, @ForAll @LongRange(max = 1L << 40) long n,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, n, width);

        assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        assertThat(Tile.parseEntries(tile.entriesPath())).isEqualTo(new Tile(0, n, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/", "0/1", "0/0001", "8/001", "00/001", "0/x000/001", "0/x001", "0/001.p/0",
            "0/001.p/256", "0/001.p/01", "0/001.p/", "0/001/002", "0/../001", "0/x001/x1/001", "-1/001", "0/001 ",
            "0/x999/x999/x999/x999/x999/x999/x999/999", "0/x999/x999/x999/x999/x999/999",
            "0/x036/x028/x797/x018/x963/967", "7/x100/x000/x000/x000/x000/000.p/1"})
    void aPathThatIsNotWrittenAsItShouldBeIsRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(Malformed.class);
    }

    @Property(tries = 200)
    void aBundleHasTheEntriesPutIn(@ForAll @Size(max = 256) List<@Size(max = 300) byte[]> entries) {
        byte[] bundle = EntryBundle.write(entries);

        assertThat(EntryBundle.read(bundle)).usingRecursiveComparison().isEqualTo(entries);
        if (bundle.length > 0) {
            byte[] cut = java.util.Arrays.copyOf(bundle, bundle.length - 1);
            assertThatThrownBy(() -> EntryBundle.read(cut)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void theLongestEntryGoesInAndNoLongerOne() {
        byte[] longest = new byte[EntryBundle.LONGEST];

        assertThat(EntryBundle.read(EntryBundle.write(List.of(longest, longest)))).hasSize(2);
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[EntryBundle.LONGEST + 1])))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntryBundle.read(new byte[514])).isInstanceOf(Malformed.class);
    }
}
