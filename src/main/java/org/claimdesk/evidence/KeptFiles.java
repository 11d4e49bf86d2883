package org.claimdesk.evidence;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.content.References;
import org.claimdesk.sql.Rows;

/** The files of evidence and what was captured, of withdrawn pieces too. */
@ApplicationScoped
class KeptFiles implements References {

    private static final String DIGESTS = """
            select encode(digest, 'hex') from evidence where digest is not null
            union select encode(warc_digest, 'hex') from capture where warc_digest is not null""";

    private final EntityManager database;

    KeptFiles(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<String> digests() {
        Set<String> digests = new TreeSet<>();
        Rows.of(database, DIGESTS).forEach(row -> digests.add(Rows.text(row, 0)));
        return digests;
    }
}
