package org.claimdesk.ledger.tree;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step of the sequencer has taken in, as all instances are told of it: ids and nothing else. It is the payload of a
 * notification of PostgreSQL, which has less than 8,000 bytes; where it would have more, it says that there are many.
 *
 * @param many whether it may be anything
 */
public record Changed(SortedSet<Long> claims, SortedSet<Long> articles, boolean many) {

    /** The channel of the notifications. */
    public static final String CHANNEL = "claimdesk_changed";
    private static final int LONGEST = 7_999;
    private static final String MANY = "*";
    private static final String BETWEEN = ";";

    static Changed nothing() {
        return new Changed(new TreeSet<>(), new TreeSet<>(), false);
    }

    /** @throws NumberFormatException where it is none of ours */
    public static Changed read(String payload) {
        if (payload.equals(MANY)) {
            return new Changed(new TreeSet<>(), new TreeSet<>(), true);
        }
        String[] ids = payload.split(BETWEEN, -1);
        return new Changed(ids(ids[0]), ids(ids.length > 1 ? ids[1] : ""), false);
    }

    /** Either may be null. */
    void add(Long claim, Long article) {
        if (claim != null) {
            claims.add(claim);
        }
        if (article != null) {
            articles.add(article);
        }
    }

    String payload() {
        String ids = joined(claims) + BETWEEN + joined(articles);
        return many || ids.length() > LONGEST ? MANY : ids;
    }

    private static String joined(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static SortedSet<Long> ids(String joined) {
        Stream<String> each = joined.isEmpty() ? Stream.empty() : Arrays.stream(joined.split(","));
        return each.map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
