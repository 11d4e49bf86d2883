package org.claimdesk.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** The claims of all articles, with their disputes and verdicts. */
@ApplicationScoped
class Claims implements PanacheRepository<Claim> {

    private static final String FACTS = """
            select array(select person_id from sourcing s where s.claim_id = c.id) as sourced,
                   array(select given_by from verdict v where v.claim_id = c.id) as verified,
                   (select d.opened_by from dispute d where d.id = c.dispute_id) as disputed,
                   (select case when v.ended = 'OVERTURNED' then v.given_by end from verdict v
                     where v.claim_id = c.id order by v.id desc limit 1) as overturned,
                   array(select person_id from article_author a where a.article_id = c.article_id) as authors
              from claim c where c.id = ?1""";

    private static final String LEANING = """
            select distinct c.id, c.article_id
              from evidence e join claim c on c.id = e.claim_id join verdict v on v.id = c.verdict_id
             where (e.source_id = ?1 or e.origin_id = ?1) and e.id = any(v.evidence) and c.dropped_at is null
             order by c.id""";
    /** What was discredited first would have disputed it first. */
    private static final String DISCREDITED = """
            select s.id from claim c join verdict v on v.id = c.verdict_id join evidence e on e.id = any(v.evidence)
              join source s on s.id in (e.source_id, e.origin_id)
             where c.id = ?1 and s.discredited_at is not null order by s.discredited_at, s.id limit 1""";
    private static final String LOCK = "select id from claim where id = any(?1) order by id for no key update";

    /** @throws Problem absent */
    Claim get(long id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.absent("There is no claim " + id + "."));
    }

    /**
     * The claim at the version the person saw. Its row is locked, so that who acts at the same moment waits and then finds
     * it changed.
     *
     * @throws Problem absent, or stale where somebody has changed it since
     */
    Claim at(ClaimRef ref) {
        Claim claim = Optional.ofNullable(findById(ref.id(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.absent("There is no claim " + ref.id() + "."));
        if (claim.version() != ref.version()) {
            throw Problem.stale(
                    "Somebody has changed this claim since you opened it. Nothing was done; look again, what you typed is kept.");
        }
        return claim;
    }

    /** The article a claim belongs to, for who locks that first. @throws Problem absent */
    long articleOf(long id) {
        return getEntityManager().createQuery("select article from Claim where id = ?1", Long.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no claim " + id + "."));
    }

    /** The claims of an article whose standing verdict is by one of these people, in order. */
    List<Long> withVerdictsOf(long article, Set<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : getEntityManager().createQuery(
                        """
                                select id from Claim where article = ?1 and verifiedBy in ?2 and droppedAt is null order by id""",
                        Long.class).setParameter(1, article).setParameter(2, people).getResultList();
    }

    /** The claims of an article that are not dropped, locked, in the order of their ids. */
    List<Claim> standing(long article) {
        return find("article = ?1 and droppedAt is null order by id", article).withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The claims whose standing verdict leans on a source, in the order of their ids, and their articles in that of theirs. */
    record Leaning(List<Long> claims, List<Long> articles) {}

    Leaning leaningOn(long source) {
        List<Tuple> rows = Rows.of(getEntityManager(), LEANING, source);
        return new Leaning(rows.stream().map(row -> row.get(0, Long.class)).toList(),
                rows.stream().map(row -> row.get(1, Long.class)).distinct().sorted().toList());
    }

    /** The first of the discredited sources that the standing verdict of a claim leans on, if there is one. */
    Optional<Long> discreditedUnder(long claim) {
        return Rows.of(getEntityManager(), DISCREDITED, claim).stream().findFirst().map(row -> row.get(0, Long.class));
    }

    /** Locks these, in the order of their ids. */
    void lock(List<Long> claims) {
        Rows.of(getEntityManager(), LOCK, (Object) claims.toArray(Long[]::new));
    }

    /** What the policy needs to know, in one statement. */
    Facts facts(Claim claim) {
        Tuple row = Rows.of(getEntityManager(), FACTS, claim.id()).get(0);
        return new Facts(claim.state(), claim.dropped(), claim.orphaned(), claim.desk(), claim.assignee(),
                claim.evidence(),
                people(row.get(0)),
                people(row.get(1)), row.get(2, UUID.class), row.get(3, UUID.class), people(row.get(4)));
    }

    Dispute dispute(long id) {
        return getEntityManager().find(Dispute.class, id);
    }

    Verdict verdict(long id) {
        return getEntityManager().find(Verdict.class, id);
    }

    /** Disputes that nobody has decided, oldest first. */
    List<Dispute> undecided(long claim) {
        return getEntityManager()
                .createQuery("from Dispute where claim = ?1 and outcome is null order by id", Dispute.class)
                .setParameter(1, claim)
                .getResultList();
    }

    void persist(Dispute dispute) {
        getEntityManager().persist(dispute);
    }

    void persist(Place place) {
        getEntityManager().persist(place);
    }

    void persist(Verdict verdict) {
        getEntityManager().persist(verdict);
    }

    /** Remembers that somebody had a hand in the sourcing. */
    void sourced(Claim claim, UUID by) {
        getEntityManager()
                .createNativeQuery("insert into sourcing (claim_id, person_id) values (?1, ?2) on conflict do nothing")
                .setParameter(1, claim.id())
                .setParameter(2, by)
                .executeUpdate();
    }

    /** The claim on exactly these words, if there is one that is not dropped. */
    Claim on(long article, int revision, int start, int end) {
        return find("article = ?1 and revision = ?2 and startAt = ?3 and endAt = ?4 and droppedAt is null", article,
                revision, start, end)
                .firstResult();
    }

    /** Where the claims of a revision begin and end that are not dropped. */
    Set<List<Integer>> ranges(long article, int revision) {
        return getEntityManager()
                .createQuery(
                        "select startAt, endAt from Claim where article = ?1 and revision = ?2 and droppedAt is null",
                        Object[].class)
                .setParameter(1, article)
                .setParameter(2, revision)
                .getResultStream()
                .map(range -> List.of((Integer) range[0], (Integer) range[1]))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> people(Object array) {
        return Arrays.stream((Object[]) array).map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
