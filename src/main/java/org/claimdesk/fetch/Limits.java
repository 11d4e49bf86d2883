package org.claimdesk.fetch;

import java.time.Duration;

/**
 * How much one fetch may take.
 *
 * @param bytes     of the body, unpacked as well as packed
 * @param time      for everything, redirects included
 * @param redirects that are followed
 */
public record Limits(long bytes, Duration time, int redirects) {

    /** A page with an article on it. */
    public static final Limits PAGE = new Limits(10L << 20, Duration.ofSeconds(20), 5);
}
