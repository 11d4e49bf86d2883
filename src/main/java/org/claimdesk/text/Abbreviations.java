package org.claimdesk.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a full stop after a word means in a newsroom: the end of a sentence, or that the word is cut short. */
final class Abbreviations {

    /** What to expect of the full stop after a word. */
    enum Stop {
        /** Before a name ("Dr.", "Sen.") or in the middle of things ("vs."): never an end. */
        NEVER,
        /** Before a number ("No. 5", "Art. 12", "Jan. 2020"); before anything else it ends. */
        BEFORE_NUMBERS,
        /** May end a sentence and may not ("U.S.", "Inc."); only a word that opens sentences tells. */
        BEFORE_OPENERS,
        /** A state, which after its town ("Yuma, Ariz.") has a comma or ends the sentence. */
        STATE,
        /** "a.m." and "Sun.", followed by a time zone, a day or a month, or at an end. */
        HOUR,
        /** A single capital letter, mostly a part of a name. */
        INITIAL,
        /** A short word that could be an abbreviation nobody listed. */
        PERHAPS,
        /** An ordinary word. */
        WORD
    }

    private static final Set<String> TITLES = Set.of("Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "Dr", "Drs",
            "Prof", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Lt", "Col", "Gen", "Maj", "Capt", "Cmdr", "Cpl",
            "Sgt", "Pvt", "Pfc", "Adm", "Brig", "Rev", "Hon", "Fr", "Msgr", "Pres", "Supt", "Det", "Insp", "Amb",
            "Atty", "Asst", "St", "Ste", "Mt", "Ft");
    private static final Set<String> WITHIN = Set.of("vs", "v", "cf", "viz", "approx", "incl", "ca", "e.g", "i.e",
            "a.k.a");
    private static final Set<String> NUMBERED = Set.of("no", "nos", "p", "pp", "art", "arts", "sec", "secs", "fig",
            "figs", "vol", "vols", "ch", "para", "paras", "eq", "rm", "apt", "rte", "ext", "est", "ver", "op");
    private static final Set<String> DATED = Set.of("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept",
            "Oct", "Nov", "Dec");
    private static final Set<String> BODIES = Set.of("Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Sr", "Esq",
            "Univ", "Dept", "Assn", "Assoc", "Ave", "Blvd", "Rd", "Ln", "Pkwy", "Hwy", "Natl", "Intl", "Govt", "Ph.D",
            "W.Va");
    private static final Set<String> STATES = Set.of("Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga",
            "Ill", "Ind", "Kan", "Kans", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nebr",
            "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "Ont", "Que", "Alta", "Sask",
            "Mex", "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "R.I", "S.C", "S.D", "W.Va", "D.C", "P.R", "B.C");
    private static final Set<String> HOURS = Set.of("a.m", "p.m", "A.M", "P.M", "Mon", "Tue", "Tues", "Wed", "Thu",
            "Thur", "Thurs", "Fri", "Sat", "Sun");
    private static final Pattern DOTTED = Pattern.compile("\\p{L}{1,2}(\\.\\p{L}{1,2})+");
    private static final Pattern NO_VOWEL = Pattern.compile("(?i)[b-df-hj-np-tv-xz]{2,5}");
    private static final Pattern SHORT_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{1,3}");

    /** Words that begin sentences and hardly ever stand, with a capital, within one. */
    private static final Set<String> OPENERS = Set.of("the", "a", "an", "this", "that", "these", "those", "it", "its",
            "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your", "in", "on", "at", "by",
            "for", "from", "with", "without", "to", "after", "before", "since", "until", "when", "whenever", "while",
            "where", "who", "what", "why", "how", "if", "once", "although", "though", "because", "as", "but", "and",
            "or", "so", "yet", "nor", "not", "no", "there", "here", "then", "now", "today", "yesterday", "however",
            "meanwhile", "moreover", "nevertheless", "still", "also", "instead", "both", "each", "every", "some",
            "many", "most", "few", "several", "all", "another", "others", "one", "two", "three", "nobody", "everyone",
            "everybody", "someone", "nothing", "under", "over", "between", "among", "during", "despite", "according",
            "such", "only", "even", "just", "perhaps", "maybe", "neither", "either", "is", "are", "was", "were", "did",
            "does", "has", "have", "had", "can", "could", "would", "should", "it’s", "it's", "that’s", "that's",
            "he’s", "he's", "she’s", "she's", "they’re", "they're", "we’re", "we're", "there’s", "there's");
    /** What follows an hour within a sentence. */
    private static final Set<String> AFTER_HOURS = Set.of("est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt",
            "pst", "pdt", "pt", "gmt", "utc", "bst", "cet", "cest", "eastern", "central", "mountain", "pacific",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
            "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");
    /** What a single letter names that is no initial: "Plan B.", "vitamin C." */
    private static final Set<String> LETTERED = Set.of("plan", "vitamin", "hepatitis", "appendix", "section", "exhibit",
            "grade", "type", "pier", "gate", "line", "building", "terminal", "group", "class", "schedule", "title",
            "part", "phase", "team", "option", "form", "annex", "platform", "block", "zone");

    private Abbreviations() {}

    /** @param word as written, without the full stop under question: "Dr", "U.S", "gate" */
    static Stop stop(String word) {
        if (TITLES.contains(word) || WITHIN.contains(word.toLowerCase(Locale.ROOT))) {
            return Stop.NEVER;
        }
        if (NUMBERED.contains(word.toLowerCase(Locale.ROOT)) || DATED.contains(word)) {
            return Stop.BEFORE_NUMBERS;
        }
        if (STATES.contains(word)) {
            return Stop.STATE;
        }
        if (HOURS.contains(word)) {
            return Stop.HOUR;
        }
        if (BODIES.contains(word) || DOTTED.matcher(word).matches()) {
            return Stop.BEFORE_OPENERS;
        }
        if (word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0))) {
            return Stop.INITIAL;
        }
        return SHORT_NAME.matcher(word).matches() || NO_VOWEL.matcher(word).matches() && !isAllCapitals(word)
                ? Stop.PERHAPS
                : Stop.WORD;
    }

    /** Whether a capitalised word opens a sentence wherever it stands. */
    static boolean opens(String word) {
        return OPENERS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean followsAnHour(String word) {
        return AFTER_HOURS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean namesByLetter(String word) {
        return LETTERED.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isAllCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }
}
