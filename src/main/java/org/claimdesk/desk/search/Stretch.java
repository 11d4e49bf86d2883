package org.claimdesk.desk.search;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Part of a text, and whether it is of the words that were looked for. */
@Schema(description = "Part of a text. The parts one after the other are the text, or what stands around the words in it.")
record Stretch(String text, @Schema(description = "Whether it is of the words that were looked for.") boolean found) {

    /** Around what is found; no text that is kept holds them, as they are control characters. */
    static final char BEGIN = '\u0002';
    static final char END = '\u0003';

    static List<Stretch> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(new Stretch(text, false));
    }

    /** Cut where it is marked. */
    static List<Stretch> of(String marked) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= marked.length(); i++) {
            if (i == marked.length() || marked.charAt(i) == BEGIN || marked.charAt(i) == END) {
                if (i > from) {
                    stretches.add(
                            new Stretch(marked.substring(from, i), i < marked.length() && marked.charAt(i) == END));
                }
                from = i + 1;
            }
        }
        return stretches;
    }
}
