package org.claimdesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether service and floor have asked the database the same, as often: nobody is measured against less. What deferred
 * triggers ask when it comes to the commit is counted with it.
 *
 * @param commits of the floor, for each act
 */
record Same(double commits) {

    private static final Set<String> ENDS = Set.of("BEGIN", "COMMIT");
    private static final double NEAR = 0.02;
    private static final double HALF = 0.5;
    private static final double SOMETIMES = 0.2;
    /** So many commits more or less in a block are somebody else's: of the sequencer, or of these questions. */
    private static final double STRAY = 60;

    /**
     * Holds the one against the other.
     *
     * @param anyway what the service asked while the floor was at work and nobody wanted anything of it
     * @throws IllegalStateException where they have not
     */
    static Same of(String work, Counters.Done service, long served, Counters.Done floor, long bare,
            Counters.Done anyway) {
        List<String> wrong = new ArrayList<>();
        service.calls().forEach((sql, calls) -> {
            if (calls > HALF * served && !floor.calls().containsKey(sql) && !anyway.calls().containsKey(sql)) {
                wrong.add("the floor does not ask: " + sql);
            }
        });
        for (Map.Entry<String, Long> calls : floor.calls().entrySet()) {
            double each = calls.getValue() / (double) bare;
            double its = service.calls().getOrDefault(calls.getKey(), 0L) / (double) served;
            // What the driver asks for itself is asked once for each connection.
            if (each < SOMETIMES || ENDS.contains(calls.getKey())) {
                continue;
            }
            if (Math.abs(each - its) > NEAR * each && !anyway.calls().containsKey(calls.getKey())) {
                wrong.add("%.2f times for each act by the floor, %.2f by the service: %s".formatted(each, its,
                        calls.getKey()));
            }
        }
        double commits = floor.commits() / bare;
        if (Math.abs(commits - service.commits() / served) > SOMETIMES * commits + STRAY / served) {
            wrong.add(
                    "%.2f commits for each of %,d by the floor, %.2f for each of %,d by the service".formatted(commits,
                            bare, service.commits() / served, served));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(work + ": " + String.join("\n", wrong));
        }
        return new Same(commits);
    }
}
