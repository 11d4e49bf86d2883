package org.claimdesk.evidence.capture;

import org.claimdesk.ledger.Act;

/**
 * What a finished capture tells of the page, held against the reference.
 *
 * @param before    what the watch knew
 * @param reference id of the capture it was held against; null where there was none yet, and then there is no fate
 * @param likeness  null where nothing came
 */
record Look(Watch.Known before, Long reference, Fate fate, Likeness likeness) {

    static Look first(Watch.Known before) {
        return new Look(before, null, null, null);
    }

    /** Whether anything can be said of the page. */
    boolean tells() {
        return fate != null && fate != Fate.UNSEEN;
    }

    /** Whether the page is not as it was and nobody has accepted that. What was gone and accepted is not told again. */
    boolean open() {
        if (!tells()) {
            return before.open();
        }
        return fate == Fate.GONE
                ? before.open() || before.fate() != Fate.GONE
                : fate == Fate.CHANGED || likeness.moved();
    }

    Act into(Act act) {
        if (fate == null) {
            return act;
        }
        act.fact("reference", reference).fact("fate", fate.name());
        return likeness == null
                ? act
                : act.fact("moved", likeness.moved())
                        .fact("passages", likeness.stood())
                        .fact("lost", likeness.lost().isEmpty() ? null : likeness.lost());
    }
}
