package org.claimdesk.evidence.preview;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.evidence.apart.Show;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be seen, heard and read of a file or of what was captured. */
@Schema(name = "Preview", description = "What can be seen, heard and read of the content. What it has not is null.")
public record Look(@Schema(description = "SHA-256 of the content it was made of, hexadecimal.") String digest,
        @Schema(description = "Of a link: the capture the content is from.") Long capture,
        @Schema(description = "Whether the content has been looked at; until then there is nothing else.") boolean done,
        @Schema(description = "Why it could not be looked at yet; it is tried again.") String trouble,
        @JsonIgnore Instant dueAt, @Schema(description = "By content, not by what somebody says.") String mediaType,
        @Schema(description = "PICTURE and PAGES: pictures under /pages/{n}; SOUND: a recording under /sound.") Show show,
        @Schema(description = "Why there is no picture and no recording.") String unshown,
        @Schema(description = "How many pages or slides it has.") Integer pages,
        @Schema(description = "SHA-256 of the readable text in UTF-8.") String textDigest,
        @Schema(description = "Why there is no readable text.") String textless,
        @Schema(description = "Whether there was more text than is kept.") boolean cut, @JsonIgnore int[] starts) {

    public boolean picture() {
        return show == Show.PICTURE;
    }

    public boolean paged() {
        return show == Show.PAGES;
    }

    public boolean sound() {
        return show == Show.SOUND;
    }

    public boolean readable() {
        return textDigest != null;
    }

    /** How many pictures there are. */
    public int pictures() {
        return paged() ? pages : picture() ? 1 : 0;
    }

    /** Where words stand, such as "page 3" or "slides 3–4"; null where the text has no pages. */
    public String place(int start, int end) {
        if (starts.length == 0) {
            return null;
        }
        int first = page(start);
        int last = page(end - 1);
        String unit = paged() ? "page" : "slide";
        return first == last ? unit + " " + first : "%ss %d–%d".formatted(unit, first, last);
    }

    /** A blank page begins where the next one does; the words are on the last of them. */
    private int page(int at) {
        int found = Arrays.binarySearch(starts, at);
        int page = found >= 0 ? found : -found - 2;
        while (page + 1 < starts.length && starts[page + 1] <= at) {
            page++;
        }
        return page + 1;
    }

    /** A page of the text. */
    public record Page(int number, String text) {}

    /** The text by its pages; as one where it has none. All pages together are the text, letter by letter. */
    public List<Page> pagesOf(String text) {
        if (starts.length == 0) {
            return List.of(new Page(0, text));
        }
        int[] units = new int[starts.length + 1];
        int unit = 0;
        for (int i = 1; i < starts.length; i++) {
            unit = text.offsetByCodePoints(unit, starts[i] - starts[i - 1]);
            units[i] = unit;
        }
        units[starts.length] = text.length();
        Page[] pages = new Page[starts.length];
        Arrays.setAll(pages, i -> new Page(i + 1, text.substring(units[i], units[i + 1])));
        return List.of(pages);
    }

    public String unit() {
        return paged() ? "page" : "slide";
    }
}
