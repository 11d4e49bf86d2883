package org.claimdesk.standards.audit;

import java.time.Instant;

import org.claimdesk.problem.Problem;

/**
 * What somebody wants drawn.
 *
 * @param article null for all
 * @param desk    null for all; not together with an article
 * @param since   verdicts given from then on
 * @param until   and before that
 * @param size    how many
 */
record Sample(Long article, String desk, Instant since, Instant until, int size) {

    /** The most verdicts of one draw. */
    static final int MOST = 1_000;

    /** @throws Problem bad input */
    Sample checked() {
        if (article != null && desk != null) {
            throw Problem.badInput("desk", "Choose a desk or an article, not both.");
        }
        if (since == null) {
            throw Problem.badInput("from", "Say from when.");
        }
        if (until == null) {
            throw Problem.badInput("until", "Say until when.");
        }
        if (!since.isBefore(until)) {
            throw Problem.badInput("until", "That is before the beginning.");
        }
        if (size < 1 || size > MOST) {
            throw Problem.badInput("size", "Draw 1 to %,d verdicts.".formatted(MOST));
        }
        return this;
    }
}
