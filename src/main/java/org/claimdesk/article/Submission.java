package org.claimdesk.article;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An article as an editor brings it in.
 *
 * @param copy    its text; at most {@link Filing#MOST} characters once it is read
 * @param slug    the short name by which the newsroom calls it; empty: made from the headline
 * @param byline  who wrote it, as printed; empty: as it stands in the text
 * @param authors those of the newsroom who wrote it; they never verify its claims
 * @param desk    a path under /desks
 * @param address where it is or will be published; empty: where its text was fetched from, if it was
 */
public record Submission(Copy copy, String slug, String byline, Set<UUID> authors, String desk,
        String address,
        Instant deadline) {}
