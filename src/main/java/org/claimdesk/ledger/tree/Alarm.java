package org.claimdesk.ledger.tree;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** What the standards desk must know of the ledger at once. */
@ApplicationScoped
public class Alarm {

    private final SelfChecks checks;

    Alarm(SelfChecks checks) {
        this.checks = checks;
    }

    /** In one sentence; empty where the record is sound. */
    public Optional<String> now() {
        SelfChecks.State state = checks.state();
        if (!state.splitViews().isEmpty()) {
            return Optional.of("The ledger has a split view: " + state.splitViews().get(0));
        }
        return state.findings().stream().findFirst().map(first -> "The record has been altered. " + first);
    }
}
