package org.claimdesk.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** Texts that are hard to address: letters beside emoji, right-to-left letters, combining marks, and little variety. */
public final class Texts {

    private static final String[] PARTS = {"a", "b", " ", "  ", "\n", ".", "“", "”", "é", "e\u0301", "\u0301", "\u05D0",
            "\u0628", "\u202B", "\u202C", "\u200F", "😀", "👩‍👩‍👧", "🇩🇪", "𝄞", "𠀀", "\u00A0", "ﬁ", "\u1100\u1161",
            "Å", "\u2126", "fee ", "40 percent", "\u200B"};

    private static final Arbitrary<String> RAW = Arbitraries.oneOf(
            Arbitraries.of(PARTS).list().ofMaxSize(60).map(parts -> String.join("", parts)),
            Arbitraries.strings().withCharRange('\u00A1', '\u07FF').ofMaxLength(60));

    private Texts() {}

    /** As they come in. */
    public static final class Raw implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return RAW;
        }
    }

    /** As they are kept. */
    static final class Canonical implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            return RAW.map(CanonicalText::of);
        }
    }

    /** Two offsets in order, out of any two numbers. */
    static int[] range(CodePoints text, int one, int two) {
        int a = Math.floorMod(one, text.length() + 1);
        int b = Math.floorMod(two, text.length() + 1);
        return new int[]{Math.min(a, b), Math.max(a, b)};
    }
}
