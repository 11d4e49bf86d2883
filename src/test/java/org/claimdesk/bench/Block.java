package org.claimdesk.bench;

/**
 * What came of one block of measuring.
 *
 * @param rate   a second, in the measured part
 * @param done   in all, what was done to warm up included
 * @param p50    milliseconds, as are the others
 * @param failed how many went wrong
 */
record Block(double rate, long done, double p50, double p95, double p99, long failed) {

    /** Where no times were taken. */
    static final Block NONE = new Block(0, 0, 0, 0, 0, 0);
}
