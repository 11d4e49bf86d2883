package org.claimdesk.text.worth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

import org.claimdesk.text.ClaimType;

/** The cues of a sentence in words for an editor. A reason says only what can be pointed at in the sentence. */
final class Reasons {

    private static final int MOST = 4;
    private static final int LONGEST = 60;
    private static final Cue[] CHECKABLE = {Cue.FIGURE, Cue.PERCENT, Cue.COUNT, Cue.DATE, Cue.WHEN, Cue.NAME, Cue.BODY,
            Cue.LAWNAME, Cue.QUOTATION};
    private static final Set<String> PRESENT = Set.of("has", "have", "put", "hit", "let", "found");
    /** Without a capital these are seldom a body. */
    private static final Set<String> ALSO_OTHER_WORDS = Set.of("house", "times", "post", "force", "forces", "service",
            "party", "group", "office", "center", "centre", "league", "guard", "protection", "society", "board",
            "fund", "patrol", "union", "bank", "association");
    private static final Map<Cue, String> FOR = new LinkedHashMap<>();
    private static final Map<Cue, String> AGAINST = new LinkedHashMap<>();

    static {
        FOR.put(Cue.FIGURE, "a figure: ");
        FOR.put(Cue.QUOTATION, "a quotation");
        FOR.put(Cue.COUNT, "a number in words: ");
        FOR.put(Cue.COMPARISON, "comparison: ");
        FOR.put(Cue.SUPERLATIVE, "superlative: ");
        FOR.put(Cue.DATE, "a date: ");
        FOR.put(Cue.LAWNAME, "a law or treaty: ");
        FOR.put(Cue.BODY, "names a body: ");
        FOR.put(Cue.LEGAL, "legal term: ");
        FOR.put(Cue.CAUSE, "cause: ");
        FOR.put(Cue.NAME, "a name: ");
        FOR.put(Cue.WHEN, "a time: ");
        FOR.put(Cue.DEED, "a deed or event: ");
        FOR.put(Cue.SAID, "reports words: ");
        FOR.put(Cue.TOPIC, "a subject often checked: ");
        FOR.put(Cue.PAST, "past form: ");
        FOR.put(Cue.ALL, "allows no exception: ");

        AGAINST.put(Cue.QUESTION, "a question");
        AGAINST.put(Cue.ADDRESS, "addresses somebody: ");
        AGAINST.put(Cue.OPINION, "opinion word: ");
        AGAINST.put(Cue.PROMISE, "about what may come: ");
        AGAINST.put(Cue.I, "first person: ");
        AGAINST.put(Cue.YOU, "second person: ");
        AGAINST.put(Cue.SHORT, "very short");
        AGAINST.put(Cue.VAGUE, "vague word: ");
    }

    private Reasons() {}

    static Worth nothing() {
        return new Worth(0, List.of("no words"), ClaimType.EVENT);
    }

    static List<String> of(Cues cues, boolean suggested) {
        List<String> reasons = new ArrayList<>();
        if (!suggested && none(cues)) {
            reasons.add("no figure, name or date");
        }
        for (Entry<Cue, String> reason : (suggested ? FOR : AGAINST).entrySet()) {
            if (reasons.size() < MOST && tells(cues, reason.getKey())) {
                reasons.add(worded(reason.getValue(), cues, reason.getKey()));
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(suggested ? "worded like sentences that were checked" : "worded like sentences nobody checked");
        }
        return reasons;
    }

    private static boolean none(Cues cues) {
        for (Cue cue : CHECKABLE) {
            if (cues.has(cue)) {
                return false;
            }
        }
        return true;
    }

    /** A few words are a cue to the model and would be a false reason. */
    private static boolean tells(Cues cues, Cue cue) {
        if (!cues.has(cue)) {
            return false;
        }
        return switch (cue) {
            // Percent is no number, and the million of 3 million is in its figure.
            case COUNT -> !cues.words(cue).startsWith("per")
                    && !(cues.has(Cue.FIGURE) && cues.first(cue) <= cues.last(Cue.FIGURE)
                            && cues.first(cue) >= cues.first(Cue.FIGURE));
            // Some of these are other words within a sentence: no, well, look.
            case ADDRESS -> cues.first(cue) <= 1 || cues.last(cue) > cues.first(cue);
            case PAST -> !PRESENT.contains(cues.words(cue));
            case LAWNAME -> named(cues, cue);
            case BODY -> named(cues, cue) || !ALSO_OTHER_WORDS.contains(cues.words(cue));
            default -> true;
        };
    }

    private static boolean named(Cues cues, Cue cue) {
        return Character.isUpperCase(cues.words(cue).charAt(0));
    }

    private static String worded(String reason, Cues cues, Cue cue) {
        if (!reason.endsWith(" ")) {
            return reason;
        }
        String words = cues.words(cue);
        if (cue == Cue.BODY && !named(cues, cue)) {
            return "speaks of a body: " + words;
        }
        return reason + (words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…");
    }
}
