package org.claimdesk.claim;

import java.util.Set;
import java.util.UUID;

/**
 * What the policy needs to know of a claim to say who may do what.
 *
 * @param orphaned       whether its words are not in the article any more
 * @param assignee       null while only the desk has it
 * @param evidence       how many pieces stand
 * @param sourcedBy      everyone who attached evidence, submitted or answered
 * @param verifiedBy     everyone who ever gave a verdict on it
 * @param disputedBy     who opened the dispute that is open, or null
 * @param overturnedFrom whose verdict was overturned and not yet followed by another, or null
 * @param authors        those of the newsroom named as the article's authors
 */
public record Facts(State state, boolean dropped, boolean orphaned, String desk, UUID assignee, int evidence,
        Set<UUID> sourcedBy,
        Set<UUID> verifiedBy,
        UUID disputedBy, UUID overturnedFrom, Set<UUID> authors) {}
