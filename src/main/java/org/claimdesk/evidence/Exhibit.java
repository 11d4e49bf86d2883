package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.capture.WatchLine;
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
 * @param person   whom an interview was with; null where it is sealed, as function and organisation are
 * @param quotes   their exact words
 * @param described what may be said of them in place of the name, or null
 * @param sealed   whether who it was is kept only encrypted; it is read on a page of its own and nowhere else
 * @param captures of a link, newest first: the last 20, and the one people rely on
 * @param passages quoted from it, in the order they were picked or typed
 * @param watch    what has become of the page behind a link, or null before its first capture is finished
 * @param preview  of a file, or of a captured file: what can be seen, heard and read of it, or null
 */
public record Exhibit(long id, Evidence.Kind kind, Stance stance, String title, String locator, String note,
        String address, String digest,
        Long size, String mediaType, String fileName, String person, String function, String organisation,
        Piece.Channel channel,
        Instant heldAt, Attribution attribution, List<String> quotes, String described, boolean sealed, String citation,
        Worked calculation, SourceName source,
        SourceName origin, Rank rank, Name attachedBy, Instant attachedAt, Name withdrawnBy,
        Instant withdrawnAt, String withdrawReason, List<CaptureLine> captures, List<PassageLine> passages,
        WatchLine watch, Look preview) {

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

    public boolean interview() {
        return kind == Evidence.Kind.INTERVIEW;
    }

    public boolean link() {
        return kind == Evidence.Kind.LINK;
    }

    /** The newest capture that is to be read or waited for, or null; looks that brought nothing to keep are passed over. */
    public CaptureLine capture() {
        return captures.stream().filter(capture -> !capture.onlyLooked()).findFirst().orElse(null);
    }

    /** Those before it, newest first. */
    public List<CaptureLine> earlier() {
        return captures.stream().filter(capture -> !capture.onlyLooked()).skip(1).toList();
    }

    /** The newest capture where it could not tell what has become of the page, or null. */
    public CaptureLine unseen() {
        return captures.isEmpty() || !captures.get(0).unseen() ? null : captures.get(0);
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
