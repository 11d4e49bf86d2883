package org.claimdesk.bench;

import java.util.Locale;

/**
 * Something that is to be reached.
 *
 * @param least whether what was wanted is the least, or the most
 * @param form  how a value of it is written
 */
record Goal(String name, double value, double wanted, boolean least, String form) {

    static Goal atLeast(String name, double value, double wanted, String form) {
        return new Goal(name, value, wanted, true, form);
    }

    static Goal atMost(String name, double value, double wanted, String form) {
        return new Goal(name, value, wanted, false, form);
    }

    boolean reached() {
        return least ? value >= wanted : value <= wanted;
    }

    String shown() {
        return String.format(Locale.ROOT, form, value);
    }

    String asked() {
        return (least ? "at least " : "at most ") + String.format(Locale.ROOT, form, wanted);
    }
}
