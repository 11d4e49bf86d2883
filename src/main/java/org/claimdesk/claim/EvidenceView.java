package org.claimdesk.claim;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.EvidenceText;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.preview.Look;
import org.claimdesk.web.Form;

/**
 * What the page of one piece of evidence shows.
 *
 * @param look    what can be seen of it, or null
 * @param text    null where there is none
 * @param capture of a link, the capture that was asked for; null for the newest
 * @param page    the page that is looked at, from 1
 * @param second  where the recording begins to play
 * @param may     whether this person may quote
 */
record EvidenceView(ClaimSheet sheet, Exhibit piece, Look look, EvidenceText text, Long capture, int page, int second,
        boolean may, Form form) {

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})\\b.*");
    private static final Pattern PAGE = Pattern.compile("(?:page|p\\.)\\s*(\\d{1,5})\\b.*", Pattern.CASE_INSENSITIVE);

    public String title() {
        return piece.title();
    }

    /** Where this page is. */
    public String address() {
        return "/claims/" + sheet.claim().id() + "/evidence/" + piece.id();
    }

    /** What picks the capture in an address, after a question mark or an ampersand; empty for the newest. */
    public String which() {
        return capture == null ? "" : "capture=" + capture;
    }

    public boolean waits() {
        return look != null && !look.done();
    }

    /** Whether it has to be said why there is no picture: nobody expects one of plain text. */
    public boolean explains() {
        return !look.mediaType().startsWith("text/") || look.mediaType().equals("text/html");
    }

    /** Whether words can be typed off it: those of an interview are kept with that. */
    public boolean quotable() {
        return may && piece.kind() != Evidence.Kind.INTERVIEW;
    }

    public List<Look.Page> pages() {
        return text.look() == null ? List.of(new Look.Page(0, text.text())) : text.look().pagesOf(text.text());
    }

    public String unit() {
        return text.look() == null ? "" : text.look().unit();
    }

    /** What the locator is for this kind, as an example. */
    public String example() {
        if (look == null || !look.done()) {
            return "page, paragraph";
        }
        return look.sound()
                ? "00:12:31"
                : look.picture() ? "the sign at the gate" : look.paged() ? "page 3" : "paragraph";
    }

    /** Where on this page a passage is seen or heard, or null. */
    public String seen(PassageLine passage) {
        String locator = passage.locator() == null ? "" : passage.locator();
        if (look != null && look.sound() && TIME.matcher(locator).matches()) {
            return "at=" + locator.split(" ")[0] + "#look";
        }
        Matcher number = PAGE.matcher(locator);
        return look != null && look.paged() && number.matches() ? "page=" + number.group(1) + "#look" : null;
    }

    /** Seconds of a time such as 12:31 or 01:12:31; 0 for anything else. */
    static int seconds(String time) {
        Matcher matcher = TIME.matcher(time == null ? "" : time);
        if (!matcher.matches()) {
            return 0;
        }
        int hours = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return hours * 3600 + Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
    }
}
