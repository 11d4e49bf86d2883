package org.claimdesk.command;

/** The first thing that is wrong with a packet; the message names where it is. */
final class Wrong extends RuntimeException {

    Wrong(String where, String what) {
        super(where + ": " + what);
    }
}
