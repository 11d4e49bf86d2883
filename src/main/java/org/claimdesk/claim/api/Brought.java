package org.claimdesk.claim.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.figure.Quantity;
import org.claimdesk.evidence.figure.Relation;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Recording;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence as it is brought in JSON; {@code kind} says which. A file is brought as a form with the file in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Brought.Link.class, name = "LINK"),
        @JsonSubTypes.Type(value = Brought.Interview.class, name = "INTERVIEW"),
        @JsonSubTypes.Type(value = Brought.Reference.class, name = "REFERENCE"),
        @JsonSubTypes.Type(value = Brought.Worked.class, name = "CALCULATION")})
@Schema(description = "Evidence; `kind` says which: LINK, INTERVIEW, REFERENCE or CALCULATION.", discriminatorProperty = "kind", oneOf = {
        Brought.Link.class, Brought.Interview.class, Brought.Reference.class,
        Brought.Worked.class}, discriminatorMapping = {
                @DiscriminatorMapping(value = "LINK", schema = Brought.Link.class),
                @DiscriminatorMapping(value = "INTERVIEW", schema = Brought.Interview.class),
                @DiscriminatorMapping(value = "REFERENCE", schema = Brought.Reference.class),
                @DiscriminatorMapping(value = "CALCULATION", schema = Brought.Worked.class)})
sealed interface Brought {

    String FROM = "Who or what it comes from, by name. Left out: the site of a link, the person of an interview; else nobody said.";
    String BEHIND = "Who or what the source has it from. Left out: the source itself.";
    String NEAR = "PRIMARY: the source saw it, made it or is the thing itself; SECONDARY, also where it is left out: it tells of it.";

    String QUOTES = "Their exact words, at most 50 quotes of 2,000 characters.";
    String DESCRIBED = "What may be said of them in place of the name. Needed where it is sealed.";
    String SEALED = "Whether person, function, organisation and recording are kept only encrypted. They are in no answer then; what names them in another field is refused.";

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
    record Interview(
            @Schema(description = "Made from the person where it is left out; “Sealed interview” where it is sealed.") String title,
            @Schema(required = true) Stance stance, String locator, String note,
            @Schema(required = true) String person, String function, String organisation,
            @Schema(required = true) Piece.Channel channel, @Schema(required = true) Instant heldAt,
            @Schema(required = true) Attribution attribution,
            @Schema(description = QUOTES) @JsonSetter(contentNulls = Nulls.FAIL) List<String> quotes,
            @Schema(description = DESCRIBED) String described,
            @Schema(description = SEALED) Boolean sealed,
            @Schema(description = FROM) String source, @Schema(description = BEHIND) String origin,
            @Schema(description = NEAR) Rank rank) implements Brought {

        @Override
        public Piece piece() {
            return piece(null);
        }

        Piece piece(Recording recording) {
            return new Piece.Interview(
                    new Piece.About(title, stance, locator, note, new Provenance(source, origin, rank)),
                    new Identity(person, function, organisation), channel, heldAt, attribution, quotes, recording,
                    described, Boolean.TRUE.equals(sealed));
        }

        /** It may have a name in it that nothing is to show. */
        @Override
        public String toString() {
            return "Interview";
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

    @Schema(name = "NewCalculation", description = "A calculation: what goes in, how, and what the claim says must come out. The service works it out. kind is CALCULATION.")
    record Worked(@Schema(description = "Made from the formula where it is left out.") String title,
            @Schema(required = true) Stance stance, String locator, String note,
            @Schema(required = true, description = "+ - * / ( ) and sum, average, min, max, abs, round(number, places), over the names of the inputs; at most 500 characters.", examples = "after / before") String formula,
            @Schema(required = true, description = "1 to 30 of them.") @JsonSetter(contentNulls = Nulls.FAIL) List<Quantity> inputs,
            @Schema(required = true, description = "What the claim says of the figure. EXACTLY compares with as many places as the figure has; ABOUT allows 5 %.") Relation relation,
            @Schema(required = true, description = "The claim's figure, such as 2 for “more than doubled”.") BigDecimal figure,
            @Schema(description = FROM) String source, @Schema(description = BEHIND) String origin,
            @Schema(description = NEAR) Rank rank) implements Brought {

        @Override
        public Piece piece() {
            return new Piece.Working(
                    new Piece.About(title, stance, locator, note, new Provenance(source, origin, rank)), formula,
                    inputs,
                    relation, figure);
        }
    }
}
