package org.claimdesk.article;

import java.util.List;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.text.Sentences;
import org.jboss.logging.Logger;

/** Splits a revision into its sentences, once, when it is filed. */
@ApplicationScoped
class Splitting {

    private static final Logger LOG = Logger.getLogger(Splitting.class);

    /** Any number that nothing else locks. */
    private static final long LOCK = 7_301_002;

    private final EntityManager database;

    Splitting(EntityManager database) {
        this.database = database;
    }

    void split(long article, Revision revision) {
        Sentences.of(revision.text(), revision.blocks())
                .forEach(sentence -> database.persist(Sentence.of(article, revision.number(), sentence)));
    }

    /** Revisions filed before there were sentences get theirs. */
    @Transactional
    void catchUp(@Observes @Priority(1) StartupEvent start) {
        // One instance at a time; who waited finds nothing to do.
        database.createNativeQuery("select cast(pg_advisory_xact_lock(" + LOCK + ") as text)").getSingleResult();
        List<Revision> without = database.createQuery("""
                from Revision r where not exists (
                    select 1 from Sentence s where s.article = r.article and s.revision = r.number)""", Revision.class)
                .getResultList();
        without.forEach(revision -> split(revision.article(), revision));
        if (!without.isEmpty()) {
            LOG.infof("%d revisions split into sentences", without.size());
        }
    }
}
