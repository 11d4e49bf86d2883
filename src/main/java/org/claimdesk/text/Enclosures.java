package org.claimdesk.text;

import java.util.BitSet;

/**
 * The quotations and bracketed remarks of a block, within which no sentence ends.
 *
 * <p>A quotation counts when it is closed in its block and no longer than {@link #LONGEST}; one left open (because the
 * next paragraph goes on with it, or by mistake) holds nothing together, and neither does a longer one. A bracket counts
 * when it opens within a sentence; one that opens after a sentence's end holds sentences of its own.
 */
final class Enclosures {

    /** In UTF-16 units. Longer than what is quoted in a sentence, shorter than a speech. */
    static final int LONGEST = 600;

    private static final int NONE = -1;

    private final String text;
    private final BitSet inside;
    private int quoteAt = NONE;
    private char quoteEnd;
    private int singleAt = NONE;
    private int bracketAt = NONE;

    private Enclosures(String text) {
        this.text = text;
        this.inside = new BitSet(text.length());
    }

    /** The positions of a block (UTF-16 units) between an opening and its closing mark, the closing one included. */
    static BitSet of(String block) {
        Enclosures enclosures = new Enclosures(block);
        for (int i = 0; i < block.length(); i++) {
            enclosures.read(i, block.charAt(i));
        }
        return enclosures.inside;
    }

    private void read(int i, char c) {
        switch (c) {
            case '“' -> {
                if (quoteAt != NONE && quoteEnd == '“') {
                    closeQuote(i);
                } else {
                    openQuote(i, '”');
                }
            }
            case '„' -> openQuote(i, '“');
            case '«' -> openQuote(i, '»');
            case '「' -> openQuote(i, '」');
            case '『' -> {
                if (quoteAt == NONE) {
                    openQuote(i, '』');
                }
            }
            case '”' -> {
                if (quoteAt != NONE && (quoteEnd == '”' || quoteEnd == '“')) {
                    closeQuote(i);
                } else if (opensHere(i)) {
                    openQuote(i, '”');
                }
            }
            case '»', '」', '』' -> {
                if (quoteAt != NONE && quoteEnd == c) {
                    closeQuote(i);
                }
            }
            case '"' -> {
                if (quoteAt != NONE && quoteEnd == '"' && closesHere(i)) {
                    closeQuote(i);
                } else if (opensHere(i)) {
                    openQuote(i, '"');
                }
            }
            case '‘' -> singleAt = i;
            case '’' -> {
                if (singleAt != NONE && !letterAt(i + 1)) {
                    hold(singleAt, i);
                    singleAt = NONE;
                }
            }
            case '(', '[' -> bracketAt = withinASentence(i) ? i : NONE;
            case ')', ']' -> {
                if (bracketAt != NONE) {
                    hold(bracketAt, i);
                    bracketAt = NONE;
                }
            }
            default -> {
                // Any other character is a part of what is said.
            }
        }
    }

    private void openQuote(int at, char end) {
        quoteAt = at;
        quoteEnd = end;
    }

    private void closeQuote(int at) {
        hold(quoteAt, at);
        quoteAt = NONE;
    }

    private void hold(int from, int to) {
        if (to - from <= LONGEST) {
            inside.set(from + 1, to + 1);
        }
    }

    private boolean opensHere(int at) {
        return at + 1 < text.length() && !EnglishSentences.blank(text.charAt(at + 1))
                && (at == 0 || EnglishSentences.blank(text.charAt(at - 1))
                        || "([—–-".indexOf(text.charAt(at - 1)) >= 0);
    }

    private boolean closesHere(int at) {
        return !letterAt(at + 1);
    }

    private boolean letterAt(int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean withinASentence(int at) {
        int before = at - 1;
        while (before >= 0 && EnglishSentences.blank(text.charAt(before))) {
            before--;
        }
        return before >= 0 && ".!?…”\")]。！？".indexOf(text.charAt(before)) < 0;
    }
}
