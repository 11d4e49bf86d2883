package org.claimdesk.evidence.seal;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.content.References;
import org.claimdesk.sql.Rows;

/** The encrypted recordings in the store. */
@ApplicationScoped
class SealedFiles implements References {

    private static final String DIGESTS = "select encode(recording, 'hex') from seal where recording is not null";

    private final EntityManager database;

    SealedFiles(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<String> digests() {
        Set<String> digests = new TreeSet<>();
        Rows.of(database, DIGESTS).forEach(row -> digests.add(Rows.text(row, 0)));
        return digests;
    }
}
