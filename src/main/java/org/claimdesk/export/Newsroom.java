package org.claimdesk.export;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Who has checked.
 *
 * @param address its public page, or null
 */
public record Newsroom(String name, String address) {

    /** @param type what the vocabulary calls an organisation @param url what it calls its page */
    void write(JsonGenerator json, String property, String type, String url, String kind) throws IOException {
        json.writeObjectFieldStart(property);
        json.writeStringField(kind, type);
        json.writeStringField("name", name);
        if (address != null) {
            json.writeStringField(url, address);
        }
        json.writeEndObject();
    }
}
