package org.claimdesk.claim;

import java.util.Arrays;
import java.util.List;

/** On what grounds a claim is disputed. */
public enum Grounds {
    FIGURE, QUOTATION, SOURCE, CONTEXT, ATTRIBUTION, OUTDATED, LEGAL, OTHER,
    /** The standards desk overturned the verdict; nobody disputes on this ground by hand. */
    FINDING;

    /** The grounds a person can choose. */
    public static List<Grounds> toChoose() {
        return Arrays.stream(values()).filter(grounds -> grounds != FINDING).toList();
    }
}
