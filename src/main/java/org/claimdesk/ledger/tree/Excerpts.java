package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Nodes;
import org.hibernate.Session;

/**
 * What of the ledger goes with an article when it leaves the house: its entries, each with its proof against one checkpoint.
 * Everything MUST be called within a transaction, and sees what that sees.
 */
@ApplicationScoped
public class Excerpts {

    private static final String WAITING = "select exists (select 1 from unsequenced u join entry e on e.id = u.entry_id"
            + " where e.article_id = ?) or exists (select 1 from leaf l join entry e on e.id = l.entry_id"
            + " where l.idx >= ? and e.article_id = ?)";
    private static final String ENTRIES = "select e.id, l.idx, e.body, d.texts::text,"
            + " array(select x.member from erasure x where x.erased_id = e.id order by x.member) from entry e"
            + " join leaf l on l.entry_id = e.id left join disclosure d on d.entry_id = e.id"
            + " where e.article_id = ? and e.id > ? order by e.id limit ?";

    private final EntityManager database;

    Excerpts(EntityManager database) {
        this.database = database;
    }

    /** The newest checkpoint and the keys up to it, the first one first. */
    public record Head(Signed checkpoint, List<Checkpoints.Key> keys) {}

    /**
     * An entry that is in the tree.
     *
     * @param body  the canonical JSON
     * @param texts what it commits to, each with its salt, as JSON; null where there is nothing
     * @param erased the names of the texts that were erased
     * @param proof that it is in the tree
     */
    public record Proved(long id, String body, String texts, List<String> erased, InclusionProof proof) {}

    /** @throws Problem unavailable where an entry of the article is not under a checkpoint yet; it is within a second */
    public Head head(long article) {
        return on(connection -> {
            Signed newest = Checkpoints.newest(connection).orElseThrow(Excerpts::early);
            try (PreparedStatement asked = connection.prepareStatement(WAITING)) {
                asked.setLong(1, article);
                asked.setLong(2, newest.size());
                asked.setLong(3, article);
                try (ResultSet row = asked.executeQuery()) {
                    if (!row.next() || row.getBoolean(1)) {
                        throw early();
                    }
                }
            }
            return new Head(newest, Checkpoints.keys(connection));
        });
    }

    /** Entries of an article and its claims after one, in the order of their ids. @param size of the tree they are proved in */
    public List<Proved> ofArticle(long article, long after, int limit, long size) {
        return on(connection -> {
            List<Proved> entries = new ArrayList<>();
            // The tiles it has read are let go with each page.
            Nodes nodes = new Nodes(new StoredTiles(connection), size);
            try (PreparedStatement asked = connection.prepareStatement(ENTRIES)) {
                asked.setLong(1, article);
                asked.setLong(2, after);
                asked.setInt(3, limit);
                try (ResultSet row = asked.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Proved(row.getLong(1), row.getString(3), row.getString(4),
                                List.of((String[]) row.getArray(5).getArray()),
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
