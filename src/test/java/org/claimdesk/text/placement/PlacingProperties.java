package org.claimdesk.text.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.text.placement.Placement.ORPHANED;
import static org.claimdesk.text.placement.Placement.REWORDED;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;

/** What holds of placing whatever the texts are. */
class PlacingProperties {

    /** A text around the words of a claim, and other text around the same words. */
    record Edit(String before, String words, String after, String before2, String after2) {
        String old() {
            return before + words + after;
        }

        String now() {
            return before2 + words + after2;
        }

        Anchor claim() {
            return anchor(old(), before.codePointCount(0, before.length()), words);
        }
    }

    @Property(tries = 2_000)
    void theWordsSurviveAnyEditOutsideThem(@ForAll("edits") Edit edit) {
        Placed placed = Placing.of(edit.old(), edit.now(), List.of(edit.claim())).get(0);

        List<Integer> before = new CodePoints(edit.old()).occurrences(edit.words());
        List<Integer> after = new CodePoints(edit.now()).occurrences(edit.words());
        boolean telling = edit.words().codePointCount(0, edit.words().length()) >= Placing.TELLING;
        if (telling && before.size() == 1 && after.size() == 1) {
            assertThat(placed.how()).isNotIn(REWORDED, ORPHANED);
            assertThat(placed.words().start()).isEqualTo(after.get(0));
        }
    }

    @Property(tries = 2_000)
    void noClaimIsOnOtherWordsUnlessItIsReworded(@ForAll("texts") String old, @ForAll("texts") String now,
            @ForAll("claims") List<int[]> ranges) {
        CodePoints text = new CodePoints(old);
        List<Anchor> claims = ranges.stream()
                .map(range -> Anchor.at(text, range[0] % text.length(),
                        Math.min(text.length(), range[0] % text.length() + range[1])))
                .filter(claim -> !claim.exact().isBlank())
                .distinct()
                .toList();

        List<Placed> placed = Placing.of(old, now, claims);

        CodePoints after = new CodePoints(now);
        for (int i = 0; i < claims.size(); i++) {
            Anchor words = placed.get(i).words();
            if (placed.get(i).how() == ORPHANED) {
                assertThat(words).isNull();
            } else {
                assertThat(words).isEqualTo(Anchor.at(after, words.start(), words.end()));
                assertThat(words.exact().equals(claims.get(i).exact())).isEqualTo(placed.get(i).how() != REWORDED);
            }
            if (placed.get(i).how() == REWORDED) {
                assertThat(Nearest.likeness(words.exact().codePoints().toArray(),
                        claims.get(i).exact().codePoints().toArray())).isGreaterThanOrEqualTo(Placing.FLOOR);
            }
        }
        assertThat(placed.stream()
                .filter(one -> one.words() != null)
                .map(one -> one.words().start() + "-"
                        + one.words().end()))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void inTheSameTextEverythingStays(@ForAll("texts") String text, @ForAll("claims") List<int[]> ranges) {
        CodePoints points = new CodePoints(text);
        List<Anchor> claims = ranges.stream()
                .map(range -> Anchor.at(points, range[0] % points.length(),
                        Math.min(points.length(), range[0] % points.length() + range[1])))
                .filter(claim -> !claim.exact().isBlank())
                .distinct()
                .toList();

        assertThat(Placing.of(text, text, claims))
                .isEqualTo(claims.stream().map(claim -> new Placed(Placement.PLACED, claim)).toList());
    }

    @Property(tries = 1_000)
    void matchedTokensAreTheSameAndInOrder(@ForAll("texts") String old, @ForAll("texts") String now) {
        Alignment alignment = new Alignment(new CodePoints(old), new CodePoints(now));

        int last = -1;
        for (int i = 0; i < alignment.from().size(); i++) {
            int partner = alignment.partner(i);
            if (partner != Alignment.NONE) {
                assertThat(alignment.to().get(partner).word()).isEqualTo(alignment.from().get(i).word());
                assertThat(alignment.origin(partner)).isEqualTo(i);
                assertThat(partner).isGreaterThan(last);
                last = partner;
            }
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> around = texts();
        return Combinators.combine(around, words(3, 9), around, around, around)
                .as((before, words, after, before2, after2) -> new Edit(before + " ", words, " " + after,
                        before2 + " ", " " + after2));
    }

    @Provide
    Arbitrary<String> texts() {
        return words(1, 40);
    }

    @Provide
    Arbitrary<List<int[]>> claims() {
        return Combinators.combine(Arbitraries.integers().between(0, 400), Arbitraries.integers().between(1, 60))
                .as((start, length) -> new int[]{start, length})
                .list()
                .ofMaxSize(6);
    }

    /** Few words, so that they occur again and again. */
    private static Arbitrary<String> words(int least, int most) {
        return Arbitraries
                .of("the", "fare", "rose", "to", "75,480", "172,508", "in", "2019", ".", "“no", "choice,”", "didn’t",
                        "🚢",
                        "渡轮", "שקל", "cafe\u0301", "\n", "said", "Calif.", "-")
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(words -> "Fares " + String.join(" ", words));
    }

    private static Anchor anchor(String text, int start, String words) {
        return Anchor.at(new CodePoints(text), start, start + words.codePointCount(0, words.length()));
    }
}
