package org.claimdesk.standards.statistics;

/**
 * One question about the checking, answered for a period. Every bean of this type has its place on the page, its CSV and
 * its address in the API; {@code @Priority} says where, the highest first.
 */
public interface Section {

    /**
     * What it is about.
     *
     * @param name    in addresses: small letters and hyphens
     * @param counted how it is counted, in a sentence or two
     */
    record Subject(String name, String title, String counted) {}

    Subject subject();

    /** The answer; MUST take the same number of statements however much there is. Called within a transaction that only reads. */
    Figure of(Period period);
}
