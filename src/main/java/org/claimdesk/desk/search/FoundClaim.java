package org.claimdesk.desk.search;

import java.util.List;

import org.claimdesk.claim.ClaimLine;

/** @param words of the claim */
record FoundClaim(ClaimLine claim, List<Stretch> words) {}
