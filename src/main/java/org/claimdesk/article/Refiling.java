package org.claimdesk.article;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Manuscript;

/** Files the next text of an article: a part of the act that also places its claims. */
@ApplicationScoped
public class Refiling {

    private final Articles articles;
    private final CopyReader reader;
    private final Authors authors;
    private final Originals originals;
    private final Splitting splitting;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Refiling(Articles articles, CopyReader reader, Authors authors, Originals originals, Splitting splitting,
            Register register,
            Ledger ledger, Clock clock) {
        this.articles = articles;
        this.reader = reader;
        this.authors = authors;
        this.originals = originals;
        this.splitting = splitting;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Files a revision after the one that stands. What was said of sentences that are the same goes on. Whoever the byline
     * names becomes an author, and who was one stays it. Other acts on the article wait until the transaction ends.
     *
     * @param base      the revision the person knew
     * @param verdicts  tells which claims of the article people have verified
     * @throws Problem forbidden to all but editors; stale where another has been filed since; bad input where the copy is
     *                 none, or has the text that stands
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Revision file(long articleId, int base, Copy copy, BiFunction<Long, Set<UUID>, List<Long>> verdicts,
            Acting who) {
        if (!who.is(Role.EDITOR)) {
            throw Problem.forbidden("Only an editor files revisions.");
        }
        Manuscript manuscript = reader.read(copy);
        Article article = articles.locked(articleId);
        if (article.revision() != base) {
            throw Problem.stale("Revision " + article.revision()
                    + " has been filed since. Nothing was done; look at it, what you brought in is kept.");
        }
        Revision old = articles.text(article);
        Instant now = clock.instant();
        Set<UUID> named = authors.of(Set.of(), manuscript.byline());
        List<Long> theirs = verdicts.apply(articleId, article.newAuthors(named));
        if (!theirs.isEmpty()) {
            throw Problem.badInput(copy.field(),
                    "The byline names somebody who has verified claims of this article: %s. An author verifies nothing; have those verdicts disputed first, or file it without the name."
                            .formatted(theirs.stream().map(id -> "#" + id).collect(Collectors.joining(", "))));
        }
        article.revise(manuscript.headline(), manuscript.byline(), named);
        Revision revision = Revision.of(article, manuscript, who.id(), now);
        if (Arrays.equals(old.digest(), revision.digest()) && old.blocks().equals(revision.blocks())) {
            throw Problem.badInput(copy.field(),
                    "This is the text of revision " + base + " already. Nothing was filed.");
        }
        register.remember(who);
        articles.getEntityManager().persist(revision);
        String original = originals.keep(articleId, revision, copy);
        List<Splitting.Carried> sentences = splitting.carry(old, revision);
        long entry = ledger.append(Act.of("FILE", who, Role.EDITOR, now, articleId)
                .fact("revision", revision.number())
                .fact("sha256", HexFormat.of().formatHex(revision.digest()))
                .fact("original", original)
                .fact("authors", named.stream().map(UUID::toString).sorted().toList())
                .fact("carried",
                        sentences.stream().filter(Splitting.Carried::taken).map(Splitting.Carried::pair).toList())
                .text("headline", manuscript.headline())
                .text("byline", manuscript.byline()));
        splitting.persist(sentences, entry);
        return revision;
    }
}
