package org.claimdesk.text.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.claimdesk.text.placement.Comparison.Kind;
import org.claimdesk.text.placement.Comparison.Piece;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void nothingIsMarkedWhereNothingChanged() {
        assertThat(read("The fare is $40.\nSo it is.", "The fare is $40.\nSo it is."))
                .isEqualTo("The fare is $40.\nSo it is.");
    }

    @Test
    void aFigureThatChangedIsCutAndPutIn() {
        assertThat(read("The board counted 75,480 people.", "The board counted 172,508 people."))
                .isEqualTo("The board counted[- 75,480-][+ 172,508+] people.");
    }

    @Test
    void whatIsPutInAndWhatIsCutStandAlone() {
        assertThat(read("The fare rose.", "The adult fare rose.")).isEqualTo("The[+ adult+] fare rose.");
        assertThat(read("The adult fare rose.", "The fare rose.")).isEqualTo("The[- adult-] fare rose.");
        assertThat(read("", "New.")).isEqualTo("[+New.+]");
        assertThat(read("Old.", "")).isEqualTo("[-Old.-]");
    }

    /** Not: cut “rose”, keep “to”, cut “five” … */
    @Test
    void aSmallWordBetweenChangesReadsAsChanged() {
        assertThat(read("It rose to five crowns.", "It fell to nine crowns."))
                .isEqualTo("It[- rose to five-][+ fell to nine+] crowns.");
    }

    @Test
    void blocksKeepTheirLines() {
        assertThat(read("One.\nTwo.\nThree.", "One.\nThree.")).isEqualTo("One.\n[-Two.\n-]Three.");
    }

    @Property
    void bothTextsCanBeReadInIt(@ForAll @StringLength(max = 60) String one,
            @ForAll @StringLength(max = 60) String other) {
        String old = "The fare rose to " + one.replace(one.length() > 9 ? one.substring(3, 5) : "x", " is, ")
                + " in 2019.";
        String now = other + " The fare fell to " + one + " in 2020.";

        List<Piece> pieces = Comparison.of(old, now);

        assertThat(pieces.stream()
                .filter(piece -> piece.kind() != Kind.CUT)
                .map(Piece::words)
                .collect(Collectors.joining()))
                .isEqualTo(now);
        assertThat(pieces.stream()
                .filter(piece -> piece.kind() != Kind.PUT)
                .map(Piece::words)
                .collect(Collectors.joining())).satisfies(read -> assertThat(letters(read)).isEqualTo(letters(old)));
    }

    private static List<Integer> letters(String text) {
        return text.codePoints().filter(point -> !Tokens.isSpace(point)).boxed().toList();
    }

    private static String read(String old, String now) {
        return Comparison.of(old, now).stream().map(piece -> switch (piece.kind()) {
            case SAME -> piece.words();
            case CUT -> "[-" + piece.words() + "-]";
            case PUT -> "[+" + piece.words() + "+]";
        }).collect(Collectors.joining());
    }
}
