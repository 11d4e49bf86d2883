package org.claimdesk.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Frontier;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;

/**
 * One step of the tree, in one transaction that holds the lock: entries that wait get their indices, their hashes go in,
 * and a checkpoint over all of it is signed. All of it or nothing is there after a crash.
 */
final class Growth {

    /** How many entries one step takes at most. */
    static final int MOST = 4096;
    private static final int FETCHED = 256;

    private final Connection database;
    private final List<SigningKey> signers;
    private final Instant now;

    /** @param signers of the checkpoint, the log's key first */
    Growth(Connection database, List<SigningKey> signers, Instant now) {
        this.database = database;
        this.signers = signers;
        this.now = now;
    }

    /** @return how many entries were taken; a tree without a checkpoint gets one though there are none */
    int step() throws SQLException {
        lookUpByKey();
        long size = size();
        Frontier frontier = new Nodes(new StoredTiles(database), size).frontier();
        List<Long> entries = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        Changed changed = Changed.nothing();
        // Entry by entry: a join may go through the whole of the history for each step.
        try (PreparedStatement asked = database.prepareStatement("select u.entry_id, e.body, e.claim_id, e.article_id"
                + " from (select entry_id from unsequenced order by entry_id limit " + MOST + ") u cross join lateral"
                + " (select body, claim_id, article_id from entry where id = u.entry_id offset 0) e order by u.entry_id")) {
            asked.setFetchSize(FETCHED);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    Hash leaf = Hash.leaf(rows.getString(2).getBytes(StandardCharsets.UTF_8));
                    entries.add(rows.getLong(1));
                    hashes.add(leaf.bytes());
                    changed.add(rows.getObject(3, Long.class), rows.getObject(4, Long.class));
                    frontier.append(leaf, (level, n, hash) -> nodes.add(new Node(level, n, hash)));
                }
            }
        }
        if (!entries.isEmpty()) {
            keepLeaves(size, entries, hashes);
            keepNodes(nodes);
            tell(changed);
        }
        if (!entries.isEmpty() || !checkpointed()) {
            sign(frontier);
        }
        return entries.size();
    }

    /** A statement that was planned while the history was a page long, and kept, would go through all of it for each entry. */
    private void lookUpByKey() throws SQLException {
        try (Statement set = database.createStatement()) {
            set.execute("set local enable_seqscan = off");
        }
    }

    private record Node(int level, long n, Hash hash) {}

    private long size() throws SQLException {
        try (PreparedStatement asked = database.prepareStatement("select coalesce(max(idx), -1) + 1 from leaf");
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean checkpointed() throws SQLException {
        try (PreparedStatement asked = database.prepareStatement("select exists (select from checkpoint)");
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void keepLeaves(long size, List<Long> entries, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement kept = database.prepareStatement("insert into leaf (idx, entry_id, hash)"
                + " select ? + t.number - 1, t.entry_id, t.hash"
                + " from unnest(?::bigint[], ?::bytea[]) with ordinality as t (entry_id, hash, number)")) {
            kept.setLong(1, size);
            kept.setArray(2, database.createArrayOf("bigint", entries.toArray()));
            kept.setArray(3, database.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            kept.executeUpdate();
        }
    }

    private void keepNodes(List<Node> nodes) throws SQLException {
        if (nodes.isEmpty()) {
            return;
        }
        try (PreparedStatement kept = database.prepareStatement("insert into node (level, idx, hash)"
                + " select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])")) {
            kept.setArray(1,
                    database.createArrayOf("smallint", nodes.stream().map(node -> (short) node.level()).toArray()));
            kept.setArray(2, database.createArrayOf("bigint", nodes.stream().map(Node::n).toArray()));
            kept.setArray(3, database.createArrayOf("bytea",
                    nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new)));
            kept.executeUpdate();
        }
    }

    /** One notification for all of them, sent when the step is committed; acts send none, so that none waits for another (ADR 30). */
    private void tell(Changed changed) throws SQLException {
        try (PreparedStatement told = database.prepareStatement("select pg_notify(?, ?)")) {
            told.setString(1, Changed.CHANNEL);
            told.setString(2, changed.payload());
            told.execute();
        }
    }

    private void sign(Frontier frontier) throws SQLException {
        Hash root = frontier.root();
        SigningKey log = signers.get(0);
        String text = new Checkpoint(log.verifier().name(), frontier.size(), root).text();
        Note note = log.sign(text);
        for (SigningKey also : signers.subList(1, signers.size())) {
            note = note.with(also.signature(text));
        }
        try (PreparedStatement kept = database
                .prepareStatement("insert into checkpoint (size, root, signed_at, note) values (?, ?, ?, ?)")) {
            kept.setLong(1, frontier.size());
            kept.setBytes(2, root.bytes());
            kept.setObject(3, now.atOffset(ZoneOffset.UTC));
            kept.setString(4, note.toString());
            kept.executeUpdate();
        }
    }
}
