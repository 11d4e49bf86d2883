package org.claimdesk.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.content.Attachment;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.References;
import org.claimdesk.content.Stored;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Keeps what was brought in, byte for byte, beside the revision that was read from it. */
@ApplicationScoped
class Originals implements References {

    private final ContentStore store;
    private final Attachment attachment;
    private final EntityManager database;

    Originals(ContentStore store, Attachment attachment, EntityManager database) {
        this.store = store;
        this.attachment = attachment;
        this.database = database;
    }

    /**
     * Keeps the original of a revision. Its bytes are on disk before this returns, so also before the act is committed.
     *
     * @return the SHA-256 of its bytes, lower-case hexadecimal
     * @throws Problem unavailable where the store cannot be written
     */
    String keep(long article, Revision revision, Copy copy) {
        try {
            String name = copy.name() == null ? "copy." + copy.format().ending() : copy.name();
            Stored stored = store.keep(new ByteArrayInputStream(copy.original()), name);
            database.persist(Original.of(article, revision, copy, stored));
            return stored.digest();
        } catch (IOException unwritable) {
            throw store.refusal(unwritable);
        }
    }

    @Override
    public Set<String> digests() {
        Set<String> digests = new TreeSet<>();
        Rows.of(database, "select distinct encode(digest, 'hex') from original")
                .forEach(row -> digests.add(Rows.text(row, 0)));
        return digests;
    }

    /** The original of a revision; there is none for those filed before originals were kept. */
    Optional<Original> of(long article, int revision) {
        return database.createQuery("from Original where article = ?1 and revision = ?2", Original.class)
                .setParameter(1, article)
                .setParameter(2, revision)
                .getResultStream()
                .findFirst();
    }

    /** @throws Problem absent where there is none; unavailable where the store has lost it */
    Response download(long article, int revision, Request asked) {
        Original original = of(article, revision)
                .orElseThrow(() -> Problem
                        .absent("There is no original of revision " + revision + " of article " + article + "."));
        return attachment.of(original.digest(), original.fileName(), asked);
    }
}
