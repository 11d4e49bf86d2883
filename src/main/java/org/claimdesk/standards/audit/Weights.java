package org.claimdesk.standards.audit;

import java.util.Map;
import java.util.TreeMap;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.claimdesk.claim.Risk;

/** How many tickets a verdict has in a draw, by the risk of its claim. A weight that is none stops the start. */
@ConfigMapping(prefix = "claimdesk.audit.weight")
interface Weights {

    int MOST = 1_000;
    String WRONG = "CLAIMDESK_AUDIT_WEIGHT_… takes 1 to 1000";

    @Min(value = 1, message = WRONG)
    @Max(value = MOST, message = WRONG)
    int normal();

    @Min(value = 1, message = WRONG)
    @Max(value = MOST, message = WRONG)
    int high();

    @Min(value = 1, message = WRONG)
    @Max(value = MOST, message = WRONG)
    int legal();

    default Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>();
        for (Risk risk : Risk.values()) {
            all.put(risk.name(), switch (risk) {
                case NORMAL -> normal();
                case HIGH -> high();
                case LEGAL -> legal();
            });
        }
        return all;
    }
}
