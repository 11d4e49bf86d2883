package org.claimdesk.ledger.tree;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the record can be relied on. It is no condition of being ready: an altered record calls for people, and taking the
 * service away from them would not mend it.
 */
@Wellness
class LedgerCheck implements HealthCheck {

    private final SelfChecks checks;

    LedgerCheck(SelfChecks checks) {
        this.checks = checks;
    }

    @Override
    public HealthCheckResponse call() {
        SelfChecks.State state = checks.state();
        return HealthCheckResponse.named("Ledger")
                .status(checks.well())
                .withData("waiting", state.waiting())
                .withData("checked", String.valueOf(state.checked()))
                .withData("findings", state.findings().size())
                .withData("splitViews", state.splitViews().size())
                .build();
    }
}
