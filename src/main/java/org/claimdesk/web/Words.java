package org.claimdesk.web;

import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Small words of pages. */
@TemplateExtension
class Words {

    private Words() {}

    /** A constant in words: NEEDS_CONTEXT is "needs context". */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
