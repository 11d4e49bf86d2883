package org.claimdesk.claim;

import java.util.Locale;

/** Where the check of a claim stands. There are four states and no fifth. */
public enum State {
    ASSIGNED, SOURCED, DISPUTED, VERIFIED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
