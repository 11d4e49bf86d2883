package org.claimdesk.claim;

import java.util.Locale;

/** What can be done with a claim. */
public enum Action {
    MARK, TAKE, REASSIGN, ATTACH, WITHDRAW, SUBMIT, RETURN, DISPUTE, ANSWER, VERIFY, OVERTURN, REWORD, DROP, RESTORE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
