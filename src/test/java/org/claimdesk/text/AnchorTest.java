package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.claimdesk.text.format.PlainTextTest;
import org.junit.jupiter.api.Test;

class AnchorTest {

    @Test
    void anAnchorHasTheWordsAndWhatStandsAroundThem() {
        Anchor anchor = Anchor.at(new CodePoints("😀 fell 40 percent."), 7, 17);

        assertThat(anchor).isEqualTo(new Anchor("40 percent", "😀 fell ", ".", 7, 17));
    }

    @Test
    void contextIsCutInWholeCodePoints() {
        CodePoints text = new CodePoints("😀".repeat(100));
        Anchor anchor = Anchor.at(text, 50, 51);

        assertThat(anchor.prefix()).isEqualTo("😀".repeat(Anchor.CONTEXT));
        assertThat(anchor.suffix()).isEqualTo("😀".repeat(Anchor.CONTEXT));
    }

    @Test
    void theEndsOfTheTextHaveNoContextBeyond() {
        assertThat(Anchor.at(new CodePoints("all"), 0, 3)).isEqualTo(new Anchor("all", "", "", 0, 3));
    }

    @Test
    void aRangeOutsideTheTextIsNoAnchor() {
        assertThatThrownBy(() -> Anchor.at(new CodePoints("all"), 2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 2000)
    void wordsAreFoundAgainWhereTheyWereAnchored(@ForAll @From(supplier = Texts.Canonical.class) String raw,
            @ForAll int one,
            @ForAll int two) {
        CodePoints text = new CodePoints(kept(raw));
        int[] range = Texts.range(text, one, two);
        String words = text.slice(range[0], range[1]);
        Assume.that(!words.isEmpty() && words.equals(selectable(words)));
        Anchor anchor = Anchor.at(text, range[0], range[1]);

        assertThat(new Quote(anchor.exact(), anchor.prefix(), anchor.suffix(), anchor.start()).in(text))
                .containsExactly(anchor);
        List<Anchor> withoutPosition = new Quote(anchor.exact(), anchor.prefix(), anchor.suffix(), null).in(text);
        assertThat(withoutPosition).contains(anchor)
                .allSatisfy(place -> assertThat(place.exact()).isEqualTo(anchor.exact()));
        assertThat(new Quote(anchor.exact(), "", "", null).in(text)).containsAll(withoutPosition);
    }

    /** White space folded as an article's is. */
    private static String kept(String raw) {
        return raw.isBlank() ? "" : PlainTextTest.words(raw);
    }

    /** Words that neither begin nor end with white space or in the middle of a composed letter. */
    private static String selectable(String words) {
        return CanonicalText.of(words).strip();
    }
}
