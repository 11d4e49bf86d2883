package org.claimdesk.article;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.claimdesk.problem.Problem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The fields of a form that brings a text in, as they were sent: those of the template article/copy. */
public class BroughtForm {

    @RestForm
    public String text;
    @RestForm
    public String format;
    @RestForm
    public String from;
    @RestForm
    public String once;
    @RestForm
    public FileUpload file;

    /**
     * @param read how the text is to be read, as {@code format} says; null for plain text
     * @throws Problem bad input, where there is none, or more than one, or the file is none that can be read
     */
    public Brought brought(Copies copies, Copy.Format read) {
        return Brought.of(copies, text, read, file, from);
    }

    /** What was typed, to be shown again; a file must be chosen again. */
    public MultivaluedMap<String, String> values() {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        values.add("text", text);
        values.add("format", format);
        values.add("from", from);
        values.add("once", once);
        return values;
    }
}
