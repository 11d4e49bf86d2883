package org.claimdesk.ledger.tree;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.sql.Rows;
import org.claimdesk.tlog.Hash;

/** Finds the first checkpoint over an entry: what nobody knew when they wrote it. MUST be called within a transaction. */
@ApplicationScoped
public class Covering {

    private static final String FIRST = "select l.idx, c.size, c.root from leaf l join checkpoint c on c.size > l.idx"
            + " where l.entry_id = ?1 order by c.size limit 1";

    private final EntityManager database;

    Covering(EntityManager database) {
        this.database = database;
    }

    /**
     * A checkpoint that was the first over an entry.
     *
     * @param index of the entry in the tree, from 0
     * @param size  of the tree it was signed over
     * @param root  in base64
     */
    public record First(long index, long size, String root) {}

    /** Empty for the second until it is signed. */
    public Optional<First> first(long entry) {
        return Rows.of(database, FIRST, entry)
                .stream()
                .map(row -> new First(row.get(0, Long.class), row.get(1, Long.class),
                        Hash.of(row.get(2, byte[].class)).base64()))
                .findFirst();
    }
}
