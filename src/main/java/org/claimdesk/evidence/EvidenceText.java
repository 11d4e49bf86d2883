package org.claimdesk.evidence;

import org.claimdesk.evidence.capture.Passages;
import org.claimdesk.evidence.preview.Look;

/**
 * The readable text of a piece of evidence.
 *
 * @param capture whose text it is, or null for a file
 * @param content SHA-256 of the content that it was made of, or null for a captured page
 * @param look    what was seen of the content, or null for a captured page
 */
public record EvidenceText(Long capture, String content, String text, Look look) {

    /** Where words of it are from. */
    public Passages.From from(int start, int end) {
        return new Passages.From(capture, content, look == null ? null : look.place(start, end));
    }
}
