package org.claimdesk.standards.correction;

/** What a correction is called. */
public enum CorrectionKind {
    CORRECTION("Correction"), CLARIFICATION("Clarification"), EDITORS_NOTE("Editor’s note"), RETRACTION("Retraction");

    private final String words;

    CorrectionKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
