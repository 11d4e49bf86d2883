package org.claimdesk.standards.release;

/** What can stand in the way of an article. The database knows all of them but SOURCES (view gate_item). */
public enum Kind {
    UNACCOUNTED("Sentences unaccounted for", "unaccounted for",
            "An editor marks a claim in them, or says that they hold none."), UNPLACED(
                    "Claims whose words are gone from the text", "orphaned",
                    "An editor attaches them again or drops them."), DISPUTED("Open disputes", "disputed",
                            "The reporter answers, or a reviewer decides."), UNVERIFIED("Claims not verified",
                                    "not verified",
                                    "They are sourced and then verified on the words as they stand."), RATING(
                                            "Verdicts that say it is not right", "rated wrong",
                                            "The words are changed in a new revision, and the claim is verified on those."), CONTEXT(
                                                    "Context that is missing", "without context",
                                                    "Somebody names the words of the article that give it, once they stand there."), SOURCES(
                                                            "Too few independent sources", "with too few sources",
                                                            "The desk's rule is not met. A reason given with a verdict is not a waiver."), ROT(
                                                                    "Evidence that is not as it was",
                                                                    "with evidence not as it was",
                                                                    "A person looks at what changed or is gone, and accepts it or disputes the claim."), REPLY(
                                                                            "Replies that are overdue or not in the text",
                                                                            "reply overdue or not in the text",
                                                                            "Somebody records what came back, or that nothing did, and names the words of the text that say so.");

    private final String heading;
    private final String shortly;
    private final String help;

    Kind(String heading, String shortly, String help) {
        this.heading = heading;
        this.shortly = shortly;
        this.help = help;
    }

    /** After a number, such as 3 not verified. */
    public String shortly() {
        return shortly;
    }

    public String heading() {
        return heading;
    }

    /** What heals it. */
    public String help() {
        return help;
    }
}
