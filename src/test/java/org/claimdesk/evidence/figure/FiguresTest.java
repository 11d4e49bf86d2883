package org.claimdesk.evidence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"from 75,480 in 2021 to 172,508 in fiscal 2022|75,480; 2,021; 172,508; 2,022",
            "Encounters more than doubled.|more than 2",
            "hand it out to probably more than 150,000 a month|more than 150,000",
            "sending about 35 percent back|about 35", "nearly 1.5 million people|about 1,500,000",
            "It fell by half, to $4.20.|0.5; 4.2", "up to 30 beds, at least 3 doctors|at most 30; at least 3",
            "Fewer than 12, twice a day|less than 12; 2", "no figure here|''", "in Title 42 and B-52|42"})
    void figuresAreFoundWithWhatIsSaidOfThem(String words, String found) {
        assertThat(Figures.in(words).stream().map(Figures.Figure::said).collect(Collectors.joining("; ")))
                .isEqualTo(found);
    }
}
