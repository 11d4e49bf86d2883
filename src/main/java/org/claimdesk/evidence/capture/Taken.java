package org.claimdesk.evidence.capture;

import java.net.URI;
import java.util.List;

import org.claimdesk.content.Stored;

/**
 * What was captured.
 *
 * @param address   where it was in the end
 * @param redirects on the way there
 * @param mediaType by what the site says, or by content where it says nothing
 * @param size      of the body as it came, in bytes
 * @param digest    SHA-256 of the body as it came, hexadecimal
 * @param content   SHA-256 of the body unpacked, hexadecimal
 * @param warc      the WARC, in the store; null where it was not worth keeping
 */
record Taken(int status, URI address, List<URI> redirects, String mediaType, long size, String digest, String content,
        Stored warc,
        ReadableText text) {

    Taken kept(Stored stored) {
        return new Taken(status, address, redirects, mediaType, size, digest, content, stored, text);
    }

    /** As it is compared. */
    Likeness.Page page() {
        return new Likeness.Page(digest, address.toString(), text.text());
    }
}
