package org.claimdesk.article;

/** What a person has said of a sentence that touches no claim. */
public enum Disposition {
    UNREVIEWED, OPINION, NO_FACT
}
