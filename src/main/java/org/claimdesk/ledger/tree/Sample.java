package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which signatures a self-check verifies. Text and root of every checkpoint are compared each time; a signature costs
 * a hundred times as much, so those verified already come again in turns: a thirtieth of them each time.
 *
 * @param newest size of the newest checkpoint, which is always due
 * @param after  what the last check that found nothing went up to; what is larger is due
 * @param turn   0 to 29
 */
record Sample(long newest, long after, int turn) {

    /** After so many checks each signature has been verified again. */
    static final int TURNS = 30;
    private static final String NEXT = "select coalesce((select size from self_check where findings = '[]'"
            + " order by id desc limit 1), -1), (select coalesce(max(id), 0) % " + TURNS + " from self_check)";

    static Sample next(Connection connection, long newest) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(NEXT); ResultSet row = asked.executeQuery()) {
            row.next();
            return new Sample(newest, row.getLong(1), row.getInt(2));
        }
    }

    boolean due(long size) {
        return size > after || size == newest || size % TURNS == turn;
    }
}
