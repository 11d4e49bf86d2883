package org.claimdesk.web;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;

/** The number by which a request is found in the log. */
@RequestScoped
public class RequestId {

    static final String HEADER = "X-Request-Id";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }

    /** Takes the number a proxy in front has given, where it is a harmless one. */
    void given(String header) {
        if (header != null && SAFE.matcher(header).matches()) {
            id = header;
        }
    }
}
