package org.claimdesk.export;

import java.time.Instant;
import java.util.List;

/**
 * What is said of words of a text.
 *
 * @param id        an IRI, absolute or relative to where the collection lies, as those below
 * @param source    the text they stand in
 * @param modified  null where nothing came after it was made
 * @param tags      words on where the claim stands
 * @param rating    in words, or null where there is none on these words
 * @param rationale of the rating, or null
 */
public record Annotation(String id, String source, Words words, Instant created, Instant modified, List<String> tags,
        String rating, String rationale) {

    /**
     * The words, found again by themselves or by where they stand.
     *
     * @param prefix what stands before them; null where that is not known, as for suffix
     * @param start  the first Unicode code point, from 0
     * @param end    one past the last
     */
    public record Words(String exact, String prefix, String suffix, int start, int end) {}
}
