package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Frontier;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.Unproven;

/** The checkpoints there are, each held against the tree when it has grown to its size. */
final class SignedHeads {

    private static final String BETWEEN = "select size, root, note from checkpoint where size between ? and ?";

    private final Connection connection;
    private final KeyHistory keys;
    private final Sample sample;
    private final SelfCheck.Findings findings;
    private final Map<Long, Signed> here = new HashMap<>();

    /** @param keys null where their history does not hold, so that no signature can be verified */
    SignedHeads(Connection connection, KeyHistory keys, Sample sample, SelfCheck.Findings findings)
            throws SQLException {
        this.connection = connection;
        this.keys = keys;
        this.sample = sample;
        this.findings = findings;
        load(0, 0);
    }

    /** Those of some sizes in place of the ones before. */
    void load(long from, long to) throws SQLException {
        here.clear();
        try (PreparedStatement asked = connection.prepareStatement(BETWEEN)) {
            asked.setLong(1, from);
            asked.setLong(2, to);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    here.put(rows.getLong(1),
                            new Signed(rows.getLong(1), Hash.of(rows.getBytes(2)), null, rows.getString(3)));
                }
            }
        }
    }

    void at(Frontier frontier) {
        Signed signed = here.get(frontier.size());
        if (signed == null) {
            return;
        }
        try {
            Note note = Note.parse(signed.note());
            Checkpoint checkpoint = keys != null && sample.due(signed.size())
                    ? keys.open(note)
                    : Checkpoint.parse(note);
            if (checkpoint.size() != signed.size() || !checkpoint.root().equals(signed.root())) {
                findings.add("The checkpoint of size " + signed.size() + " is not what was signed.");
            }
            if (!checkpoint.root().equals(frontier.root())) {
                findings.add("The first " + signed.size() + " entries are not those that were signed.");
            }
        } catch (Unproven | Malformed broken) {
            findings.add("The checkpoint of size " + signed.size() + " does not hold: " + broken.getMessage() + ".");
        }
    }
}
