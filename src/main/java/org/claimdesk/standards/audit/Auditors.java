package org.claimdesk.standards.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.ledger.Blind;

/** Hides verdicts from who audits them. What the service does by itself, outside any request, is shown to nobody. */
@ApplicationScoped
class Auditors implements Blind {

    private final BlindNow now;

    Auditors(BlindNow now) {
        this.now = now;
    }

    @Override
    public Hidden hidden() {
        return Arc.container().requestContext().isActive() ? now.hidden() : Hidden.NOTHING;
    }
}
