package org.claimdesk.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.claimdesk.content.Stored;
import org.claimdesk.evidence.figure.Quantity;
import org.claimdesk.evidence.figure.Relation;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Recording;

/** A piece of evidence as a reporter brings it, before it is attached to a claim. */
public sealed interface Piece {

    /** What every piece has: how it is called, what it says to the claim, where in it to look, a note, and where it comes from. */
    record About(String title, Stance stance, String locator, String note, Provenance from) {

        /** Nobody says where it comes from. */
        public About(String title, Stance stance, String locator, String note) {
            this(title, stance, locator, note, Provenance.unsaid());
        }
    }

    About about();

    /** A page on the web, by its address. */
    record Link(About about, String address) implements Piece {}

    /** A file whose content is in the store. */
    record File(About about, Stored content, String name) implements Piece {}

    /**
     * Something a person told us.
     *
     * @param quotes    their exact words; null for none
     * @param recording null for none; encrypted already where it is sealed
     * @param described what may be said of them in place of the name; needed where it is sealed
     * @param sealed    whether who it was is kept only encrypted
     */
    record Interview(About about, Identity who, Channel channel, Instant heldAt, Attribution attribution,
            List<String> quotes, Recording recording, String described, boolean sealed) implements Piece {

        /** Open, without quotes and recording. */
        public Interview(About about, String person, String function, String organisation, Channel channel,
                Instant heldAt, Attribution attribution) {
            this(about, new Identity(person, function, organisation), channel, heldAt, attribution, null, null, null,
                    false);
        }

        @Override
        public String toString() {
            return sealed ? "Interview" : "Interview with " + who.person();
        }
    }

    /** A law, book, dataset or earlier report. */
    record Reference(About about, String citation) implements Piece {}

    /** A calculation; the service works it out. @param figure what the claim says must come out */
    record Working(About about, String formula, List<Quantity> inputs, Relation relation, BigDecimal figure)
            implements
                Piece {}

    /** How an interview was held. */
    enum Channel {
        IN_PERSON, PHONE, VIDEO, EMAIL, MESSAGE, LETTER
    }
}
