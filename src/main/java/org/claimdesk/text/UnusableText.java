package org.claimdesk.text;

/** A text that cannot be filed; the message says why, in words for the person who brought it. */
public final class UnusableText extends RuntimeException {

    public UnusableText(String message) {
        super(message);
    }
}
