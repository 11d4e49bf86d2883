package org.claimdesk.standards.reply;

/** How a request stands: a name of the database's view reply_state. */
public enum Standing {
    WAITING("waiting"), OVERDUE("overdue"), UNPLACED("not in the text"), PLACED("in the text"), WITHDRAWN(
            "no longer asked");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the gate waits for it. */
    public boolean bars() {
        return this == OVERDUE || this == UNPLACED;
    }
}
