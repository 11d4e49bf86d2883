package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.figure.Calculation;
import org.claimdesk.evidence.preview.Look;
import org.claimdesk.people.Name;

/**
 * A piece of evidence as pages and the API show it; what does not belong to its kind is null.
 *
 * @param digest   SHA-256 of a file, hexadecimal
 * @param size     of a file, in bytes
 * @param source   who or what it comes from, or null where nobody said it
 * @param origin   who or what that has it from, or null for the source itself
 * @param captures of a link, newest first; none for one attached before there were captures
 * @param passages quoted from it, in the order they were picked or typed
 * @param preview  of a file, or of a captured file: what can be seen, heard and read of it, or null
 */
public record Exhibit(long id, Evidence.Kind kind, Stance stance, String title, String locator, String note,
        String address, String digest,
        Long size, String mediaType, String fileName, String person, String function, String organisation,
        Piece.Channel channel,
        Instant heldAt, Attribution attribution, String citation, Worked calculation, SourceName source,
        SourceName origin, Rank rank, Name attachedBy, Instant attachedAt, Name withdrawnBy,
        Instant withdrawnAt, String withdrawReason, List<CaptureLine> captures, List<PassageLine> passages,
        Look preview) {

    /**
     * A calculation as it is shown.
     *
     * @param inputs    in words
     * @param claimed   what the claim says: more than 2
     * @param follows   whether the claim's figure follows
     * @param confirmed whether working it out again came to the same
     */
    public record Worked(String formula, String inputs, String result, String claimed, boolean follows,
            boolean confirmed) {
        static Worked of(Calculation calculation) {
            return calculation == null
                    ? null
                    : new Worked(calculation.formula(), calculation.inputWords(), calculation.resultWords(),
                            calculation.said(), calculation.follows(), calculation.confirmed());
        }

        public boolean wrong() {
            return !follows || !confirmed;
        }
    }

    public boolean stands() {
        return withdrawnAt == null;
    }

    /** Whether it counts for nothing because of where it comes from. */
    public boolean discredited() {
        return source != null && source.discredited() || origin != null && origin.discredited();
    }

    /** Whether its source saw it, made it or is it. */
    public boolean firstHand() {
        return rank == Rank.PRIMARY;
    }

    public boolean link() {
        return kind == Evidence.Kind.LINK;
    }

    /** The newest capture, or null. */
    public CaptureLine capture() {
        return captures.isEmpty() ? null : captures.get(0);
    }

    /** Those before the newest, newest first. */
    public List<CaptureLine> earlier() {
        return captures.subList(Math.min(1, captures.size()), captures.size());
    }

    /** Whether somebody waits for a capture. */
    public boolean pending() {
        return capture() != null && !capture().finished();
    }

    /** The size in words, such as 3.4 MB. */
    public String measure() {
        if (size < 1_000) {
            return size + " bytes";
        }
        return size < 1_000_000 ? "%.1f kB".formatted(size / 1e3) : "%.1f MB".formatted(size / 1e6);
    }

    public String digestStart() {
        return digest.substring(0, 8) + "…" + digest.substring(60);
    }

    public String idText() {
        return Long.toString(id);
    }
}
