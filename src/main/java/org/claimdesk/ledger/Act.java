package org.claimdesk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/**
 * What somebody did, as it enters the history.
 *
 * @param name    the act, as in the table of transitions: SUBMIT, VERIFY …
 * @param role    in which role it was done: a {@link Role}, or SERVICE where the service acts by itself
 * @param article null for an act on a source or on the newsroom as a whole, which goes across articles
 * @param source  null for an act on an article or a claim
 * @param claim   null for an act on the article or the source as a whole
 * @param facts   what it was about, in values that are neither free text nor personal: ids, digests, ratings, times
 * @param texts   free text and personal data, by field; only salted commitments to it enter the entry
 */
public record Act(String name, Acting who, String role, Instant at, Long article, Long source, OnClaim claim,
        Map<String, Object> facts,
        Map<String, String> texts) {

    private static final int MOST_IDS = 1_000;

    /**
     * The change of a claim that the act made.
     *
     * @param version the claim's version after it
     * @param from    null where the act made the claim
     */
    public record OnClaim(long id, int version, String from, String to) {}

    public static Act of(String name, Acting who, Role role, Instant at, long article) {
        return new Act(name, who, role.name(), at, article, null, null, new TreeMap<>(), new TreeMap<>());
    }

    /** What the service does by itself, in nobody's name. */
    public static Act byService(String name, Instant at, long article) {
        return new Act(name, Acting.SERVICE, "SERVICE", at, article, null, null, new TreeMap<>(), new TreeMap<>());
    }

    /** On the newsroom as a whole, or on an article of it. @param article null for none */
    public static Act inNewsroom(String name, Acting who, Role role, Instant at, Long article) {
        return new Act(name, who, role.name(), at, article, null, null, new TreeMap<>(), new TreeMap<>());
    }

    public static Act onSource(String name, Acting who, Role role, Instant at, long source) {
        return new Act(name, who, role.name(), at, null, source, null, new TreeMap<>(), new TreeMap<>());
    }

    public Act on(OnClaim change) {
        return new Act(name, who, role, at, article, source, change, facts, texts);
    }

    /** Adds a fact; null is left out. Values are strings, whole numbers, booleans, lists and maps of them. */
    public Act fact(String field, Object value) {
        if (value != null) {
            facts.put(field, value);
        }
        return this;
    }

    /**
     * Adds ids. Where they are more than 1,000, too many for an entry, their number and digest stand for them, as
     * {@link Commitment#sha256(List)} works it out.
     */
    public Act ids(String field, List<Long> ids) {
        if (ids.size() <= MOST_IDS) {
            return fact(field, ids);
        }
        return fact(field + "Count", ids.size()).fact(field + "Sha256", Commitment.sha256(ids));
    }

    /** Adds free text or personal data; null and blank are left out. */
    public Act text(String field, String value) {
        if (value != null && !value.isBlank()) {
            texts.put(field, value);
        }
        return this;
    }
}
