package org.claimdesk.tlog;

/**
 * In which a log's key names the one that follows it: a note of four lines, signed by both. No checkpoint can be mistaken
 * for it: the second line of one is a number.
 */
public record Handover(VerifierKey before, VerifierKey after) {

    private static final String TITLE = "claimdesk ledger key handover v1";
    private static final int LINES = 4;

    public Handover {
        if (!before.name().equals(after.name()) || before.equals(after)) {
            throw new Malformed("a key is handed over to another of the same log");
        }
    }

    /** As it is signed. */
    public String text() {
        return TITLE + "\n" + before.name() + "\n" + before + "\n" + after + "\n";
    }

    /** Signed by both. */
    public static Note sign(SigningKey before, SigningKey after) {
        String text = new Handover(before.verifier(), after.verifier()).text();
        return before.sign(text).with(after.signature(text));
    }

    /**
     * What a note hands over.
     *
     * @param before the key that is trusted
     * @throws Malformed where it is no hand-over
     * @throws Unproven  where it is not signed by both, or hands over another key
     */
    public static Handover open(Note note, VerifierKey before) {
        note.verify(before);
        String[] lines = note.text().split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(TITLE)) {
            throw new Malformed("that is no hand-over of a key");
        }
        Handover handover = new Handover(VerifierKey.parse(lines[2]), VerifierKey.parse(lines[LINES - 1]));
        if (!handover.before.equals(before) || !lines[1].equals(before.name())) {
            throw new Unproven("another key is handed over");
        }
        note.verify(handover.after);
        return handover;
    }
}
