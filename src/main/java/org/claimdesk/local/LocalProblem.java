package org.claimdesk.local;

/** Why the local parts cannot start, in words for the person at the terminal. */
final class LocalProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    LocalProblem(String message) {
        super(message);
    }

    LocalProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
