package org.claimdesk.article;

import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.RestForm;

/** The fields of the form for filing, as they were sent. */
class FilingForm extends BroughtForm {

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

    @Override
    public MultivaluedMap<String, String> values() {
        MultivaluedMap<String, String> values = super.values();
        values.add("slug", slug);
        values.add("byline", byline);
        values.add("desk", desk);
        values.add("address", address);
        values.add("deadline", deadline);
        values.put("authors", authorIds == null ? List.of() : authorIds);
        return values;
    }
}
