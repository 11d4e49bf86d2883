package org.claimdesk.standards.release;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimdesk.claim.Excerpt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that stands in the way of an article.
 *
 * @param stood what it is now: where that changes it is another item
 * @param words the words it is about, whole
 */
@Schema(description = "One thing that stands in the way.")
public record Item(Kind kind, @Schema(description = "The claim, or null for a sentence.") Long claim,
        @Schema(description = "The number of the sentence, or null.") Integer sentence,
        @Schema(description = "The piece of evidence, or null.") Long evidence,
        @Schema(description = "The request for a reply, or null.") Long reply,
        @Schema(description = "What it is now; sent back with a waiver, which holds for this alone.") String stood,
        @JsonIgnore String words, @Schema(description = "What is wrong, in words.") String says,
        @Schema(description = "The page where it can be healed.") String link) {

    private static final int LINE = 110;

    /** Names it among those of its article, such as ROT-12-34. */
    @JsonProperty
    public String key() {
        return Stream.of(kind, claim, sentence, evidence, reply)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("-"));
    }

    /** Its words on one line. */
    @JsonIgnore
    public String quoted() {
        return reply == null ? Excerpt.quoted(words, LINE) : shortly();
    }

    @JsonIgnore
    public String shortly() {
        return Excerpt.of(words, LINE);
    }

    boolean same(String otherKey, String otherStood) {
        return key().equals(otherKey) && stood.equals(otherStood);
    }
}
