package org.claimdesk.ledger.tree;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Tile;
import org.claimdesk.tlog.Tiles;

/** Tiles from the rows of their hashes: one statement each, at most 256 rows. */
record StoredTiles(Connection database) implements Tiles {

    private static final String LEAVES = "select hash from leaf where idx >= ? and idx < ? order by idx";
    private static final String NODES = "select hash from node where idx >= ? and idx < ? and level = ? order by idx";

    @Override
    public byte[] read(Tile tile) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * Hash.BYTES);
        long from = tile.n() * Tile.WIDTH;
        try (PreparedStatement asked = database.prepareStatement(tile.level() == 0 ? LEAVES : NODES)) {
            asked.setLong(1, from);
            asked.setLong(2, from + tile.width());
            if (tile.level() > 0) {
                asked.setInt(3, tile.level());
            }
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    hashes.writeBytes(rows.getBytes(1));
                }
            }
        } catch (SQLException failed) {
            throw new LedgerFailure("tile " + tile.path() + " cannot be read", failed);
        }
        if (hashes.size() != tile.width() * Hash.BYTES) {
            throw new Malformed("tile " + tile.path() + " is not all there");
        }
        return hashes.toByteArray();
    }
}
