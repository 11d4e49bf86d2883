package org.claimdesk.desk.search;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Stance;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of evidence as the terms it was given on let it be told.
 *
 * @param said    what it says and where it stands
 * @param from    to whom it is attributed, or who or what it comes from; empty where that may not be said or is not known
 * @param about   the words of the claim in quotation marks, cut to a line
 */
record FoundEvidence(long id, long claim, String about, long article, String headline, Evidence.Kind kind,
        Stance stance, List<Stretch> title, List<Stretch> said, String from, Name attachedBy, Instant attachedAt,
        @Schema(description = "Whether it has been withdrawn: it counts no more.") boolean withdrawn,
        @Schema(description = "The page it is on.") String page) {}
