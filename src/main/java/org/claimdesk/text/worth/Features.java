package org.claimdesk.text.worth;

import java.util.Arrays;

/**
 * What the model sees of a sentence, as places in the table of weights. Whether a feature is there counts, not how often.
 */
final class Features {

    private static final int FEWEST_CHARACTERS = 2;
    private static final int MOST_CHARACTERS = 5;
    private static final int MOST_WORDS = 3;
    private static final Cue[] WITH_WORDS = {Cue.FIGURE, Cue.COUNT, Cue.PAST, Cue.PROMISE, Cue.OPINION, Cue.QUESTION,
            Cue.I,
            Cue.WE, Cue.THEY, Cue.YOU, Cue.NOT, Cue.NAME, Cue.COMPARISON, Cue.VAGUE};

    private static final int[] FIRST = Arrays.stream(Group.values()).mapToInt(Group::first).toArray();

    private final Tokens tokens;
    private final Cues cues;
    private int[] places = new int[1024];
    private int count;

    private Features(Tokens tokens, Cues cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /** In rising order, each once; so those of a group stand together. */
    static int[] of(Tokens tokens, Cues cues) {
        Features features = new Features(tokens, cues);
        features.words();
        features.characters();
        features.cues();
        Patterns.of(tokens, features);
        features.wordsWithCue();
        return features.distinct();
    }

    void add(Group group, char[] line, int from, int to) {
        add(group, Hash.of(line, from, to));
    }

    private void add(Group group, long hash) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = FIRST[group.ordinal()] + group.place(hash);
    }

    private int[] distinct() {
        Arrays.sort(places, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                places[kept++] = places[i];
            }
        }
        return Arrays.copyOf(places, kept);
    }

    /** With both edges of the sentence as words. */
    private void words() {
        int n = tokens.count;
        for (int i = -1; i < n; i++) {
            int from = i < 0 ? 0 : tokens.from[i];
            for (int j = Math.max(i, 0); j <= Math.min(n, i + MOST_WORDS - 1); j++) {
                add(Group.WORDS, tokens.line, from, j == n ? tokens.lineLength : tokens.to[j]);
            }
        }
    }

    private void characters() {
        for (int from = 0; from < tokens.lineLength; from++) {
            int most = Math.min(tokens.lineLength, from + MOST_CHARACTERS);
            for (int to = from + FEWEST_CHARACTERS; to <= most; to++) {
                add(Group.CHARACTERS, tokens.line, from, to);
            }
        }
    }

    private void cues() {
        Cue[] all = Cue.values();
        for (int i = 0; i < all.length; i++) {
            int times = all[i] == Cue.STARTER ? 0 : Math.min(cues.times(all[i]), 4);
            for (int n = 1; n <= times; n++) {
                cue('n', i, n);
            }
            for (int j = i + 1; times > 0 && j < all.length; j++) {
                if (all[j] != Cue.STARTER && cues.has(all[j])) {
                    cue('&', i, j);
                }
            }
        }
        int size = 0;
        for (int words = 3; words <= tokens.count && size < 10; words = words * 4 / 3 + 1) {
            size++;
        }
        cue('l', 0, size);
    }

    private void cue(char how, int one, int other) {
        char[] name = {how, (char) one, (char) other};
        add(Group.CUES, name, 0, name.length);
    }

    private void wordsWithCue() {
        long[] words = new long[tokens.count];
        for (int i = 0; i < words.length; i++) {
            words[i] = Hash.of(tokens.line, tokens.from[i], tokens.to[i]);
        }
        for (Cue cue : WITH_WORDS) {
            if (cues.has(cue)) {
                for (long word : words) {
                    add(Group.WORDS_WITH_CUE, Hash.with(word, cue.ordinal()));
                }
            }
        }
    }
}
