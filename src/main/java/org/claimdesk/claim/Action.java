package org.claimdesk.claim;

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done with a claim. */
public enum Action {
    MARK, TAKE, REASSIGN, ATTACH, WITHDRAW, SUBMIT, RETURN, DISPUTE, ANSWER, VERIFY, OVERTURN, DROP, RESTORE, PLACE, REWORD, ORPHAN, REATTACH;

    /** What only a new revision does: nobody's button. */
    private static final Set<Action> BY_REVISION = Set.of(PLACE, REWORD, ORPHAN);

    boolean byRevision() {
        return BY_REVISION.contains(this);
    }

    /** The word on buttons, in addresses of the API and in its JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
