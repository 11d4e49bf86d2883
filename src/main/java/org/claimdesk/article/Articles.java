package org.claimdesk.article;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.claimdesk.problem.Problem;

/** The articles of the newsroom and their revisions. */
@ApplicationScoped
public class Articles implements PanacheRepository<Article> {

    private final EntityManager database;

    Articles(EntityManager database) {
        this.database = database;
    }

    /** @throws Problem absent */
    public Article get(long id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.absent("There is no article " + id + "."));
    }

    /**
     * The article, so that no revision of it is filed until the transaction ends. Who also locks claims MUST do this first.
     *
     * @throws Problem absent
     */
    public Article held(long id) {
        return locked(id, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * The article, for who files a revision of it or releases it: everybody else who holds it waits. Claims are locked after
     * it.
     *
     * @throws Problem absent
     */
    public Article locked(long id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Article locked(long id, LockModeType mode) {
        return Optional.ofNullable(findById(id, mode))
                .orElseThrow(() -> Problem.absent("There is no article " + id + "."));
    }

    /** The revision of this number, if it has been filed. */
    public Optional<Revision> revision(long article, int number) {
        return database.createQuery("from Revision where article = ?1 and number = ?2", Revision.class)
                .setParameter(1, article)
                .setParameter(2, number)
                .getResultStream()
                .findFirst();
    }

    /** @throws Problem absent where it has not been filed */
    public Revision filed(long article, int number) {
        return revision(article, number)
                .orElseThrow(() -> Problem.absent("Article " + article + " has no revision " + number + "."));
    }

    /**
     * Checks that the revision the person read is the one that stands.
     *
     * @param article held, so that it stays so
     * @param what    they are to look at again where it is not
     * @throws Problem stale
     */
    public static void checkRead(Article article, int read, String what) {
        if (article.revision() != read) {
            throw Problem.stale("A newer revision of the article has been filed. Look at the " + what + " again.");
        }
    }

    /** The revision that stands. */
    public Revision text(Article article) {
        return revision(article.id(), article.revision()).orElseThrow();
    }
}
