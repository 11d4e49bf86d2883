package org.claimdesk.text.worth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The word lists of {@code cues.txt}: from the hash of a word or run of words to the set of cues it is listed for, in an
 * open-addressed table, so that looking up a slice makes no string.
 */
final class CueWords {

    private static final long[] KEYS;
    private static final long[] SETS;

    static {
        Map<String, Long> lists = read();
        int size = Integer.highestOneBit(lists.size()) << 2;
        KEYS = new long[size];
        SETS = new long[size];
        lists.forEach((words, set) -> {
            long key = Hash.of(words);
            int at = place(key);
            KEYS[at] = key;
            SETS[at] = set;
        });
    }

    private CueWords() {}

    /** A set of cues, one bit each; 0 for words in no list. */
    static long set(char[] line, int from, int to) {
        return SETS[place(Hash.of(line, from, to))];
    }

    static boolean in(long set, Cue cue) {
        return (set & bit(cue)) != 0;
    }

    private static long bit(Cue cue) {
        return 1L << cue.ordinal();
    }

    private static int place(long key) {
        int mask = KEYS.length - 1;
        int at = (int) key & mask;
        while (KEYS[at] != 0 && KEYS[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static Map<String, Long> read() {
        Map<String, Long> lists = new LinkedHashMap<>();
        Cue cue = null;
        for (String line : Resource.lines("cues.txt")) {
            if (line.startsWith("[")) {
                cue = Cue.valueOf(line.substring(1, line.length() - 1));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                for (String words : line.split(", *")) {
                    lists.merge(words, bit(cue), (one, other) -> one | other);
                }
            }
        }
        return lists;
    }
}
