package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.claimdesk.claim.Transitions.Transition;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern INSERT = Pattern.compile("insert into claim_transition\\b[^;]*;");
    private static final Pattern ROW = Pattern.compile("\\('(\\w+)',\\s*'(\\w+)',\\s*'(\\w+)'\\)");

    @Test
    void theDatabaseHasTheSameTable() throws IOException {
        List<String> inDatabase = INSERT.matcher(migrations())
                .results()
                .flatMap(insert -> ROW.matcher(insert.group()).results())
                .map(TransitionsTest::words)
                .toList();
        List<String> inCode = Transitions.table()
                .stream()
                .filter(row -> row.from() != null)
                .map(row -> row.from() + " " + row.action() + " " + row.to())
                .toList();

        assertThat(inDatabase).containsExactlyInAnyOrderElementsOf(inCode);
    }

    @Test
    void theDatabaseHasTheSameStates() throws IOException {
        String check = Arrays.stream(State.values())
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "check (state in (", "))"));

        assertThat(migrations()).contains(check);
    }

    @Test
    void theTableIsWhatWasAgreed() {
        assertThat(Transitions.table().stream().filter(row -> row.from() != null))
                .extracting(row -> row.from() + " " + row.action() + " " + row.to())
                .containsExactlyInAnyOrderElementsOf(Agreed.table()
                        .stream()
                        .map(row -> row.from() + " " + row.action() + " " + row.to())
                        .toList());
    }

    @Test
    void everyStateIsReachedAndLeft() {
        assertThat(Transitions.table()).extracting(Transition::from).contains(State.values());
        assertThat(Transitions.table()).filteredOn(row -> row.from() != row.to())
                .extracting(Transition::to)
                .contains(State.values());
    }

    @Test
    void markingIsTheOnlyBeginning() {
        assertThat(Transitions.table()).filteredOn(row -> row.from() == null)
                .extracting(Transition::action, Transition::to)
                .containsExactly(tuple(Action.MARK, State.ASSIGNED));
        assertThat(Transitions.table()).filteredOn(row -> row.action() == Action.MARK).hasSize(1);
    }

    @Test
    void anActionLeadsToOnePlaceFromAState() {
        assertThat(Transitions.table()).extracting(row -> row.from() + " " + row.action()).doesNotHaveDuplicates();
    }

    @Test
    void theTableSaysOfEveryRowWhoAndWhatItTakes() {
        assertThat(Transitions.table()).allSatisfy(row -> {
            assertThat(row.who()).isNotBlank();
            assertThat(row.needs()).isNotBlank();
        });
    }

    private static String words(MatchResult row) {
        return row.group(1) + " " + row.group(2) + " " + row.group(3);
    }

    /** All of them, in order: a later one may add rows. */
    private static String migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            StringBuilder sql = new StringBuilder();
            for (Path file : new TreeSet<>(files.toList())) {
                sql.append(Files.readString(file));
            }
            return sql.toString();
        }
    }
}
