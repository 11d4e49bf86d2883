package org.claimdesk.bench;

/**
 * One line of the table.
 *
 * @param claims     how many there were
 * @param rate       a second, of visitors who never pause; median of the blocks
 * @param floor      the rate of the same SQL without the service, median of the blocks between
 * @param busy       the times of these visitors, in the block that the rate is of
 * @param arrivals   the fixed rate at which the times were taken
 * @param timed      at that rate
 * @param statements for each act, as are commits and bytes of WAL
 */
record Line(String work, int claims, double rate, double floor, Block busy, double arrivals, Block timed,
        double statements,
        double commits, double wal) {

    double ratio() {
        return rate / floor;
    }
}
