package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Nodes;
import org.hibernate.Session;

/**
 * What of the ledger goes with an article when it leaves the house: its entries, each with its proof against one checkpoint.
 * All but settling MUST be called within a transaction, and sees what that sees.
 */
@ApplicationScoped
public class Excerpts {

    private static final String WAITING = "select exists (select 1 from unsequenced u join entry e on e.id = u.entry_id"
            + " where e.article_id = ?) or exists (select 1 from leaf l join entry e on e.id = l.entry_id"
            + " where l.idx >= ? and e.article_id = ?)";
    private static final String RELATED = "select e.id, l.idx, e.body, d.texts::text from entry e"
            + " join leaf l on l.entry_id = e.id left join disclosure d on d.entry_id = e.id"
            + " where (e.act = 'KEY' or e.act = 'DISCREDIT' and e.source_id in (select unnest(array[v.source_id, v.origin_id])"
            + " from evidence v join claim c on c.id = v.claim_id where c.article_id = ?)) and e.id > ? and l.idx < ?"
            + " order by e.id limit ?";
    private static final String ENTRIES = "select e.id, l.idx, e.body, d.texts::text from entry e"
            + " join leaf l on l.entry_id = e.id left join disclosure d on d.entry_id = e.id"
            + " where e.article_id = ? and e.id > ? order by e.id limit ?";

    private static final int LOOKS = 20;
    private static final long PAUSE_NANOS = 100_000_000;

    private final EntityManager database;
    private final LedgerDatabase ledger;
    private final Sequencer sequencer;

    Excerpts(EntityManager database, LedgerDatabase ledger, Sequencer sequencer) {
        this.database = database;
        this.ledger = ledger;
        this.sequencer = sequencer;
    }

    /** The newest checkpoint and the keys up to it, the first one first. */
    public record Head(Signed checkpoint, List<Checkpoints.Key> keys) {}

    /**
     * An entry that is in the tree.
     *
     * @param body  the canonical JSON
     * @param texts what it commits to, each with its salt, as JSON; null where there is nothing
     * @param proof that it is in the tree
     */
    public record Proved(long id, String body, String texts, InclusionProof proof) {}

    /**
     * Sees to it that the entries of an article are under a checkpoint: at once, or another instance is at it. MUST NOT be
     * called within a transaction.
     *
     * @throws Problem unavailable where they are not, two seconds later
     */
    public void settle(long article) {
        for (int look = 0; look < LOOKS; look++) {
            try {
                sequencer.run();
            } catch (IllegalStateException foreign) {
                throw Problem.unavailable("This instance does not sign the ledger any more. Ask again.", foreign);
            }
            if (ledger.transaction(connection -> settled(connection, article))) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw early();
    }

    private static boolean settled(Connection connection, long article) throws SQLException {
        Optional<Signed> newest = Checkpoints.newest(connection);
        return newest.isPresent() && !waiting(connection, article, newest.get().size());
    }

    private static boolean waiting(Connection connection, long article, long size) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(WAITING)) {
            asked.setLong(1, article);
            asked.setLong(2, size);
            asked.setLong(3, article);
            try (ResultSet row = asked.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        }
    }

    /** @throws Problem unavailable where an entry of the article is not under a checkpoint yet; it is within a second */
    public Head head(long article) {
        return on(connection -> {
            Signed newest = Checkpoints.newest(connection).orElseThrow(Excerpts::early);
            if (waiting(connection, article, newest.size())) {
                throw early();
            }
            return new Head(newest, Checkpoints.keys(connection));
        });
    }

    /** Entries of an article and its claims after one, in the order of their ids. @param size of the tree they are proved in */
    public List<Proved> ofArticle(long article, long after, int limit, long size) {
        return proved(ENTRIES, size, article, after, limit);
    }

    /**
     * Entries that are of no article and yet concern this one, after one, in the order of their ids: keys that were handed
     * over, and sources of its evidence that were discredited.
     */
    public List<Proved> aroundArticle(long article, long after, int limit, long size) {
        return proved(RELATED, size, article, after, size, limit);
    }

    private List<Proved> proved(String sql, long size, Object... values) {
        return on(connection -> {
            List<Proved> entries = new ArrayList<>();
            // The tiles it has read are let go with each page.
            Nodes nodes = new Nodes(new StoredTiles(connection), size);
            try (PreparedStatement asked = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    asked.setObject(i + 1, values[i]);
                }
                try (ResultSet row = asked.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Proved(row.getLong(1), row.getString(3), row.getString(4),
                                InclusionProof.of(row.getLong(2), nodes)));
                    }
                }
            }
            return entries;
        });
    }

    private <T> T on(LedgerDatabase.Work<T> work) {
        return database.unwrap(Session.class).doReturningWork(work::on);
    }

    private static Problem early() {
        return Problem.unavailable("The newest entries of this article get their place in the ledger within a second."
                + " Ask again.", null);
    }
}
