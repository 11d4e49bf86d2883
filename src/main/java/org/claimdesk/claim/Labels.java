package org.claimdesk.claim;

import java.util.Locale;

/** Constants in words for pages: NEEDS_CONTEXT is "needs context". */
public final class Labels {

    private Labels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
