package org.claimdesk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes an AnnotationCollection of one AnnotationPage (W3C Web Annotation Data Model, 2017). Each annotation has a
 * TextQuoteSelector and a TextPositionSelector, which say the same; positions are Unicode code points.
 */
public final class Annotations implements AutoCloseable {

    private final JsonGenerator json;
    private final Newsroom newsroom;
    private long total;

    /**
     * @param out not closed
     * @param id  IRI of the collection; that of the page is made of it
     */
    public Annotations(OutputStream out, String id, String label, Newsroom newsroom) throws IOException {
        this.newsroom = newsroom;
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
        json.writeStringField("id", id);
        json.writeStringField("type", "AnnotationCollection");
        json.writeStringField("label", label);
        newsroom.write(json, "creator", "Organization", "homepage", "type");
        json.writeObjectFieldStart("first");
        json.writeStringField("id", id + "#page");
        json.writeStringField("type", "AnnotationPage");
        json.writeNumberField("startIndex", 0);
        json.writeArrayFieldStart("items");
    }

    public void add(Annotation annotation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", annotation.id());
        json.writeStringField("type", "Annotation");
        json.writeStringField("motivation", annotation.rating() == null ? "tagging" : "assessing");
        json.writeStringField("created", annotation.created().truncatedTo(ChronoUnit.SECONDS).toString());
        if (annotation.modified() != null) {
            json.writeStringField("modified", annotation.modified().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        newsroom.write(json, "creator", "Organization", "homepage", "type");
        json.writeArrayFieldStart("body");
        for (String tag : annotation.tags()) {
            body("tagging", tag);
        }
        if (annotation.rating() != null) {
            body("assessing", annotation.rating());
        }
        if (annotation.rationale() != null) {
            body("commenting", annotation.rationale());
        }
        json.writeEndArray();
        target(annotation.source(), annotation.words());
        json.writeEndObject();
        total++;
    }

    private void body(String purpose, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "TextualBody");
        json.writeStringField("purpose", purpose);
        json.writeStringField("format", "text/plain");
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private void target(String source, Annotation.Words words) throws IOException {
        json.writeObjectFieldStart("target");
        json.writeStringField("source", source);
        json.writeArrayFieldStart("selector");
        json.writeStartObject();
        json.writeStringField("type", "TextQuoteSelector");
        json.writeStringField("exact", words.exact());
        if (words.prefix() != null) {
            json.writeStringField("prefix", words.prefix());
        }
        if (words.suffix() != null) {
            json.writeStringField("suffix", words.suffix());
        }
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("type", "TextPositionSelector");
        json.writeNumberField("start", words.start());
        json.writeNumberField("end", words.end());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes what comes after the last. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeNumberField("total", total);
        json.close();
    }
}
