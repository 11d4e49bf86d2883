package org.claimdesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether service and floor have asked the database the same, as often: nobody is measured against less. */
record Same(double statements, double commits) {

    /** Of what the service asks anyway every act has a part, which is small. */
    private static final double PART = 0.5;
    private static final double NEAR = 0.03;

    /** @throws IllegalStateException where they have not */
    static Same of(String work, Counters.Done service, long served, Counters.Done floor, long bare) {
        List<String> wrong = new ArrayList<>();
        double statements = 0;
        for (Map.Entry<String, Long> calls : service.calls().entrySet()) {
            double each = calls.getValue() / (double) served;
            if (each > PART && !floor.calls().containsKey(calls.getKey())) {
                wrong.add("the floor does not ask: " + calls.getKey());
            }
        }
        for (Map.Entry<String, Long> calls : floor.calls().entrySet()) {
            double each = calls.getValue() / (double) bare;
            double its = service.calls().getOrDefault(calls.getKey(), 0L) / (double) served;
            if (each < PART / 2 || calls.getKey().equals("BEGIN") || calls.getKey().equals("COMMIT")) {
                continue;
            }
            statements += each;
            if (Math.abs(each - its) > NEAR * each) {
                wrong.add("%.2f times for each act by the floor, %.2f by the service: %s".formatted(each, its,
                        calls.getKey()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(work + ": " + String.join("\n", wrong));
        }
        return new Same(statements, floor.commits() / (double) bare);
    }
}
