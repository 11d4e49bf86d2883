package org.claimdesk.ledger.tree;

import jakarta.enterprise.context.ApplicationScoped;

/** Brings what waits into the tree, for tests elsewhere: by itself the service does not in tests. */
@ApplicationScoped
public class Sequenced {

    private final Sequencer sequencer;
    private final Checkpoints checkpoints;

    Sequenced(Sequencer sequencer, Checkpoints checkpoints) {
        this.sequencer = sequencer;
        this.checkpoints = checkpoints;
    }

    public void now() {
        sequencer.run();
    }

    /** The key that whoever checks has from somebody they trust. */
    public String key() {
        return checkpoints.keys().get(0).vkey();
    }
}
