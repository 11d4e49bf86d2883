package org.claimdesk.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Sentences;
import org.claimdesk.text.placement.Placed;
import org.claimdesk.text.placement.Placing;
import org.claimdesk.text.worth.CheckWorthiness;
import org.jboss.logging.Logger;

/** Splits a revision into its sentences, once, when it is filed. */
@ApplicationScoped
class Splitting {

    private static final Logger LOG = Logger.getLogger(Splitting.class);

    /** Any number that nothing else locks. */
    private static final long LOCK = 7_301_002;
    /** In seconds. */
    private static final int LONGEST = 24 * 3600;

    private final EntityManager database;

    Splitting(EntityManager database) {
        this.database = database;
    }

    void split(Revision revision) {
        sentences(revision).forEach(database::persist);
    }

    /**
     * A sentence of a revision that is being filed.
     *
     * @param before the same words in the revision before, of which something was said; or null
     */
    record Carried(Sentence sentence, Sentence before) {
        boolean taken() {
            return before != null;
        }

        /** The number it has and the number it had, for the entry. */
        List<Integer> pair() {
            return List.of(sentence.number(), before.number());
        }
    }

    /** The sentences of a new revision, each with the one before it whose disposition it takes over. */
    List<Carried> carry(Revision old, Revision now) {
        List<Sentence> called = database
                .createQuery("""
                        from Sentence where article = ?1 and revision = ?2 and disposition <> ?3 order by number""",
                        Sentence.class)
                .setParameter(1, old.article())
                .setParameter(2, old.number())
                .setParameter(3, Disposition.UNREVIEWED)
                .getResultList();
        CodePoints text = new CodePoints(old.text());
        List<Placed> placed = Placing.exactly(old.text(), now.text(),
                called.stream().map(sentence -> Anchor.at(text, sentence.start(), sentence.end())).toList());
        Map<List<Integer>, Sentence> before = new HashMap<>();
        for (int i = 0; i < placed.size(); i++) {
            Anchor words = placed.get(i).words();
            if (words != null) {
                before.put(List.of(words.start(), words.end()), called.get(i));
            }
        }
        return sentences(now).stream()
                .map(sentence -> new Carried(sentence, before.get(List.of(sentence.start(), sentence.end()))))
                .toList();
    }

    private static List<Sentence> sentences(Revision revision) {
        CodePoints text = new CodePoints(revision.text());
        return Sentences.of(revision.text(), revision.blocks()).stream().map(split -> {
            Sentence sentence = Sentence.of(revision.article(), revision.number(), split);
            weigh(sentence, text);
            return sentence;
        }).toList();
    }

    private static void weigh(Sentence sentence, CodePoints text) {
        sentence.weigh(CheckWorthiness.of(text.slice(sentence.start(), sentence.end())));
    }

    /** @param act the id of the entry of the filing */
    void persist(List<Carried> sentences, long act) {
        for (Carried carried : sentences) {
            if (carried.taken()) {
                carried.sentence().carry(carried.before(), act);
            }
            database.persist(carried.sentence());
        }
    }

    /** Revisions filed before there were sentences get theirs, and sentences from before there were scores get those. */
    void catchUp(@Observes @Priority(1) StartupEvent start) {
        // One instance at a time; who waited finds nothing to do. A revision is a transaction, however many there are.
        QuarkusTransaction.requiringNew().timeout(LONGEST).run(() -> {
            database.createNativeQuery("select cast(pg_advisory_xact_lock(" + LOCK + ") as text)").getSingleResult();
            List<Long> revisions = database.createQuery(
                    """
                            select r.id from Revision r where not exists (
                                select 1 from Sentence s where s.article = r.article and s.revision = r.number and s.score is not null)""",
                    Long.class).getResultList();
            revisions.forEach(id -> QuarkusTransaction.requiringNew().run(() -> catchUp(id)));
            if (!revisions.isEmpty()) {
                LOG.infof("%d revisions split into sentences and scored", revisions.size());
            }
        });
    }

    private void catchUp(long id) {
        Revision revision = database.find(Revision.class, id);
        List<Sentence> sentences = database
                .createQuery("from Sentence where article = ?1 and revision = ?2", Sentence.class)
                .setParameter(1, revision.article())
                .setParameter(2, revision.number())
                .getResultList();
        if (sentences.isEmpty()) {
            split(revision);
            return;
        }
        CodePoints text = new CodePoints(revision.text());
        sentences.forEach(sentence -> weigh(sentence, text));
    }
}
