package org.claimdesk.tlog;

/** A proof or a signature does not prove what it should; the message says why. */
public final class Unproven extends RuntimeException {

    public Unproven(String why) {
        super(why);
    }
}
