package org.claimdesk.galley;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The fields of the form for a new revision, as they were sent. */
class RevisionForm {

    @RestForm
    String base;
    @RestForm
    String text;
    @RestForm
    String format;
    @RestForm
    String from;
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
        return values;
    }
}
