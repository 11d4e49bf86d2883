package org.claimdesk.ledger;

/**
 * Told when an act enters the history, within its transaction: what whoever hears it does is done with the act or not at
 * all, and what they throw stops it. The act itself may not be kept whole yet.
 *
 * @param entry the id of its entry
 */
public record Appended(long entry, Act act) {}
