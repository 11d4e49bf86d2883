package org.claimdesk.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.EntryBundle;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Tile;

/** Works out proofs from the tiles, and gives out the tiles themselves. */
@ApplicationScoped
class Proving {

    private static final String WHERE = "select l.idx, e.body from entry e left join leaf l on l.entry_id = e.id where e.id = ?";
    private static final String BUNDLE = "select e.body from leaf l join entry e on e.id = l.entry_id"
            + " where l.idx >= ? and l.idx < ? order by l.idx";

    private final LedgerDatabase database;

    Proving(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * That an entry is in the tree.
     *
     * @param body       the entry, whose bytes in UTF-8 are the leaf
     * @param root       of the tree of that size
     * @param checkpoint the one of that size, or null where none was signed over exactly so many
     */
    record Included(long entry, String body, Hash leaf, InclusionProof proof, Hash root, String checkpoint) {

        List<InclusionProof.Step> steps() {
            return proof.steps(leaf);
        }
    }

    /** That a tree goes on from an earlier one, with both roots. */
    record Consistent(ConsistencyProof proof, Hash earlier, Hash later) {}

    /**
     * @param size of the tree, or null for that of the newest checkpoint
     * @throws Problem absent where there is no such entry; conflict where it has no index yet; bad input where the tree of
     *                 that size has it not, or was never so large
     */
    Included included(long entry, Long size) {
        return database.transaction(connection -> {
            try (PreparedStatement asked = connection.prepareStatement(WHERE)) {
                asked.setLong(1, entry);
                try (ResultSet row = asked.executeQuery()) {
                    if (!row.next()) {
                        throw Problem.absent("There is no entry " + entry + ".");
                    }
                    Long index = row.getObject(1, Long.class);
                    return included(connection, entry, row.getString(2), index, size);
                }
            }
        });
    }

    private static Included included(Connection connection, long entry, String body, Long index, Long asked)
            throws SQLException {
        Signed newest = newest(connection);
        if (index == null || index >= newest.size()) {
            throw Problem.conflict("Entry " + entry + " gets its index within a second. Ask again.", List.of());
        }
        long size = asked == null ? newest.size() : asked;
        if (size <= index || size > newest.size()) {
            throw Problem.badInput("size", "Entry " + entry + " is in the trees of size " + (index + 1) + " to "
                    + newest.size() + ".");
        }
        Nodes nodes = new Nodes(new StoredTiles(connection), size);
        InclusionProof proof = InclusionProof.of(index, nodes);
        Hash leaf = Hash.leaf(body.getBytes(StandardCharsets.UTF_8));
        Optional<Signed> signed = Checkpoints.at(connection, size);
        Hash root = signed.map(Signed::root).orElseGet(nodes::root);
        return new Included(entry, body, leaf, proof, root, signed.map(Signed::note).orElse(null));
    }

    /**
     * @param from at least 1
     * @param to   or null for the size of the newest checkpoint
     * @throws Problem bad input where there were no trees of those sizes
     */
    Consistent consistent(long from, Long to) {
        return database.transaction(connection -> {
            Signed newest = newest(connection);
            if (newest.size() == 0) {
                throw Problem.badInput("from", "The ledger has no entries yet.");
            }
            long later = to == null ? newest.size() : to;
            if (later > newest.size() || later < 1) {
                throw Problem.badInput("to", "There were trees of size 1 to " + newest.size() + ".");
            }
            if (from < 1 || from > later) {
                throw Problem.badInput("from", "The earlier tree has a size of 1 to " + later + ".");
            }
            Nodes nodes = new Nodes(new StoredTiles(connection), later);
            return new Consistent(ConsistencyProof.of(from, nodes),
                    new Nodes(new StoredTiles(connection), from).root(), nodes.root());
        });
    }

    /** @throws Problem absent where no checkpoint asks for that tile */
    byte[] tile(Tile tile) {
        return database.transaction(connection -> {
            requireIn(connection, tile);
            return new StoredTiles(connection).read(tile);
        });
    }

    /** The entries under a tile of level 0. @throws Problem absent where no checkpoint asks for it */
    byte[] entries(Tile tile) {
        return database.transaction(connection -> {
            requireIn(connection, tile);
            List<byte[]> entries = new ArrayList<>();
            try (PreparedStatement asked = connection.prepareStatement(BUNDLE)) {
                asked.setLong(1, tile.n() * Tile.WIDTH);
                asked.setLong(2, tile.n() * Tile.WIDTH + tile.width());
                try (ResultSet rows = asked.executeQuery()) {
                    while (rows.next()) {
                        entries.add(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return EntryBundle.write(entries);
        });
    }

    private static void requireIn(Connection connection, Tile tile) throws SQLException {
        if (!tile.in(newest(connection).size())) {
            throw Problem.absent("The ledger is not as large as that yet.");
        }
    }

    private static Signed newest(Connection connection) throws SQLException {
        return Checkpoints.newest(connection)
                .orElseThrow(() -> Problem.absent("The ledger has no checkpoint yet; it gets one within a second."));
    }
}
