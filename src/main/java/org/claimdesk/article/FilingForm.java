package org.claimdesk.article;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The fields of the form for filing, as they were sent. */
class FilingForm {

    @RestForm
    String text;
    @RestForm
    String format;
    @RestForm
    String from;
    @RestForm
    String slug;
    @RestForm
    String byline;
    @RestForm("authors")
    List<String> authorIds;
    @RestForm
    String desk;
    @RestForm
    String address;
    @RestForm
    String deadline;
    @RestForm
    String once;
    @RestForm
    FileUpload file;

    /** What was typed, to be shown again; a file must be chosen again. */
    MultivaluedMap<String, String> values() {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        values.add("text", text);
        values.add("format", format);
        values.add("from", from);
        values.add("slug", slug);
        values.add("byline", byline);
        values.add("desk", desk);
        values.add("address", address);
        values.add("deadline", deadline);
        values.add("once", once);
        values.put("authors", authorIds == null ? List.of() : authorIds);
        return values;
    }
}
