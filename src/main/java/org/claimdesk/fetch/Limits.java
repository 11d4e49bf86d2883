package org.claimdesk.fetch;

import java.time.Duration;

/**
 * How much one fetch may take.
 *
 * @param bytes     of the body, unpacked as well as packed
 * @param time      for everything, redirects included
 * @param silence   the longest of the site, before its answer and within it
 * @param redirects that are followed
 */
public record Limits(long bytes, Duration time, Duration silence, int redirects) {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** A page with an article on it. */
    public static final Limits PAGE = new Limits(10L << 20, Duration.ofSeconds(20), 5);
    /** Whatever stands behind a claim, to be kept. */
    public static final Limits CAPTURE = new Limits(200L << 20, Duration.ofMinutes(5), Duration.ofSeconds(60), 5);

    /** With the silence of a page. */
    public Limits(long bytes, Duration time, int redirects) {
        this(bytes, time, SILENCE, redirects);
    }
}
