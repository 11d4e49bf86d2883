package org.claimdesk.ledger.erasure;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimdesk.ledger.Acts;
import org.claimdesk.people.Name;

/**
 * An entry with the texts it commits to, and what an erasure of them would touch.
 *
 * @param index  in the tree, from 0; null for the moment until it has one
 * @param claim  the claim that it is about, or null
 * @param copies the same words in other entries, which go in the same act
 * @param others texts that have the words in them among others; they stay unless they are erased too, the first 50
 */
public record Erasable(long entry, Long index, Instant at, Name who, String role, String act, Long article, Long source,
        Long claim, List<Text> texts, List<Place> copies, List<Place> others) {

    /**
     * A text that the entry commits to.
     *
     * @param field    its name in the entry
     * @param words    null where they are erased
     * @param erasable whether it can be; the words of the article and what evidence is cannot
     * @param erasedBy the entry that erased it, or null
     */
    public record Text(String field, String words, boolean erasable, Long erasedBy, Instant erasedAt) {

        @JsonProperty
        public boolean open() {
            return words != null && erasable;
        }
    }

    /**
     * A text of another entry.
     *
     * @param of the field of the entry whose words are there too
     */
    public record Place(long entry, Long index, String act, Name who, Long article, Long source, Long claim,
            String field,
            String of) {

        /** What was done, in words. */
        public String did() {
            return Acts.past(act);
        }
    }

    /** What was done, in words. */
    public String did() {
        return Acts.past(act);
    }

    /** Whether anything of it can still be erased. */
    @JsonProperty
    public boolean open() {
        return texts.stream().anyMatch(Text::open);
    }
}
