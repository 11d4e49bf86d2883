package org.claimdesk.claim;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done with a claim. */
public enum Action {
    MARK, TAKE, REASSIGN, ATTACH, WITHDRAW, SUBMIT, RETURN, DISPUTE, ANSWER, VERIFY, OVERTURN, REWORD, DROP, RESTORE;

    /** The word on buttons, in addresses of the API and in its JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
