package org.claimdesk.tlog;

/** Something is not written as its specification says; the message says what. */
public final class Malformed extends IllegalArgumentException {

    public Malformed(String what) {
        super(what);
    }
}
