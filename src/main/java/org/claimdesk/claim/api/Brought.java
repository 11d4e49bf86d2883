package org.claimdesk.claim.api;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence as it is brought in JSON; {@code kind} says which. A file is brought as a form with the file in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Brought.Link.class, name = "LINK"),
        @JsonSubTypes.Type(value = Brought.Interview.class, name = "INTERVIEW"),
        @JsonSubTypes.Type(value = Brought.Reference.class, name = "REFERENCE")})
@Schema(description = "Evidence; `kind` says which: LINK, INTERVIEW or REFERENCE.", discriminatorProperty = "kind", oneOf = {
        Brought.Link.class, Brought.Interview.class, Brought.Reference.class}, discriminatorMapping = {
                @DiscriminatorMapping(value = "LINK", schema = Brought.Link.class),
                @DiscriminatorMapping(value = "INTERVIEW", schema = Brought.Interview.class),
                @DiscriminatorMapping(value = "REFERENCE", schema = Brought.Reference.class)})
sealed interface Brought {

    String FROM = "Who or what it comes from, by name. Left out: the site of a link, the person of an interview; else nobody said.";
    String BEHIND = "Who or what the source has it from. Left out: the source itself.";
    String NEAR = "PRIMARY: the source saw it, made it or is the thing itself; SECONDARY, also where it is left out: it tells of it.";

    Piece piece();

    @Schema(name = "NewLink", description = "A page on the web. kind is LINK.")
    record Link(@Schema(description = "The address where it is left out.") String title,
            @Schema(required = true) Stance stance, String locator, String note,
            @Schema(required = true) String address,
            @Schema(description = FROM) String source, @Schema(description = BEHIND) String origin,
            @Schema(description = NEAR) Rank rank) implements Brought {

        @Override
        public Piece piece() {
            return new Piece.Link(new Piece.About(title, stance, locator, note, new Provenance(source, origin, rank)),
                    address);
        }
    }

    @Schema(name = "NewInterview", description = "Something a person told us. kind is INTERVIEW.")
    record Interview(@Schema(description = "Made from the person where it is left out.") String title,
            @Schema(required = true) Stance stance, String locator, String note,
            @Schema(required = true) String person, String function, String organisation,
            @Schema(required = true) Piece.Channel channel, @Schema(required = true) Instant heldAt,
            @Schema(required = true) Attribution attribution,
            @Schema(description = FROM) String source, @Schema(description = BEHIND) String origin,
            @Schema(description = NEAR) Rank rank) implements Brought {

        @Override
        public Piece piece() {
            return new Piece.Interview(
                    new Piece.About(title, stance, locator, note, new Provenance(source, origin, rank)), person,
                    function, organisation,
                    channel, heldAt, attribution);
        }
    }

    @Schema(name = "NewReference", description = "A law, book, dataset or earlier report. kind is REFERENCE.")
    record Reference(@Schema(description = "The start of the citation where it is left out.") String title,
            @Schema(required = true) Stance stance, String locator, String note,
            @Schema(required = true) String citation,
            @Schema(description = FROM) String source, @Schema(description = BEHIND) String origin,
            @Schema(description = NEAR) Rank rank) implements Brought {

        @Override
        public Piece piece() {
            return new Piece.Reference(
                    new Piece.About(title, stance, locator, note, new Provenance(source, origin, rank)), citation);
        }
    }
}
