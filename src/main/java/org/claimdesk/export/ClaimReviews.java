package org.claimdesk.export;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes ClaimReviews of schema.org as JSON-LD, all in one graph. */
public final class ClaimReviews implements AutoCloseable {

    private static final int BEST = 5;
    private static final int WORST = 1;

    private final JsonGenerator json;
    private final Newsroom newsroom;

    /** @param out not closed */
    public ClaimReviews(OutputStream out, Newsroom newsroom) throws IOException {
        this.newsroom = newsroom;
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("@context", "https://schema.org");
        json.writeArrayFieldStart("@graph");
    }

    public void add(Review review) throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", "ClaimReview");
        json.writeStringField("@id", review.id());
        json.writeStringField("claimReviewed", review.claim());
        json.writeStringField("datePublished", review.checked().toString());
        newsroom.write(json, "author", "Organization", "url", "@type");
        json.writeObjectFieldStart("itemReviewed");
        json.writeStringField("@type", "Claim");
        json.writeObjectFieldStart("appearance");
        json.writeStringField("@type", "Article");
        json.writeStringField("headline", review.where().headline());
        if (review.where().address() != null) {
            json.writeStringField("url", review.where().address());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("reviewRating");
        json.writeStringField("@type", "Rating");
        json.writeNumberField("ratingValue", Review.value(review.rating()));
        json.writeNumberField("bestRating", BEST);
        json.writeNumberField("worstRating", WORST);
        json.writeStringField("alternateName", review.label());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes what comes after the last. */
    @Override
    public void close() throws IOException {
        json.close();
    }
}
