package org.claimdesk.matching;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The model of what claims mean, where this instance has it. It is loaded when it is first needed, not at the start. */
@ApplicationScoped
class Understanding {

    private final boolean wanted;
    private final Meaning meaning = new Meaning();

    Understanding(@ConfigProperty(name = "claimdesk.matching.model") boolean wanted) {
        this.wanted = wanted;
    }

    /** Null where it is switched off. */
    Meaning meaning() {
        return wanted ? meaning : null;
    }
}
