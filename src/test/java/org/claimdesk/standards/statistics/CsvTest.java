package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM"})
    void textThatLooksLikeAFormulaGetsAnApostrophe(String text) {
        assertThat(csv(text)).startsWith(text.contains("\r") || text.contains("\n") ? "\"'" : "'");
    }

    @Test
    void numbersStayNumbersAlsoBelowNothing() {
        assertThat(csv(-1L, -2.5, null, "a=b", "d'accord")).isEqualTo("-1,-2.5,,a=b,d'accord\r\n");
    }

    @Test
    void commasQuotesAndLinesAreQuoted() {
        assertThat(csv("a,b", "say \"no\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    private static String csv(Object... cells) {
        String[] names = new String[cells.length];
        Arrays.fill(names, "x");
        String csv = Csv.of(new Figure("", Figure.columns(names), List.of(Arrays.asList(cells)), Picture.none()));
        return csv.substring(csv.indexOf("\r\n") + 2);
    }
}
