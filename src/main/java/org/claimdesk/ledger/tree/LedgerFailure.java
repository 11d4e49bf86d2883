package org.claimdesk.ledger.tree;

/** The tree could not be read or grown; nothing of it has changed. */
final class LedgerFailure extends RuntimeException {

    LedgerFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
