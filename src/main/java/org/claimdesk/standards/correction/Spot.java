package org.claimdesk.standards.correction;

/** Where readers find a correction. */
public enum Spot {
    TOP("at the top of the article"), FOOT("at the foot of the article"), IN_PLACE("where the words stand"), ELSEWHERE(
            "elsewhere");

    private final String words;

    Spot(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
