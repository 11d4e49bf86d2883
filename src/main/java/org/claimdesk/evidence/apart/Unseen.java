package org.claimdesk.evidence.apart;

/** Why something has no text, or no picture; the message says it in a sentence for a person. */
final class Unseen extends Exception {

    Unseen(String why) {
        super(why);
    }
}
