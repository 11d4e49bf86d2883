package org.claimdesk.standards.correction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Appended;
import org.claimdesk.matching.SameClaims;
import org.claimdesk.sql.Rows;

/**
 * Hears what is done and, where it is about a claim of a published article, opens a case in the transaction of the act: for
 * that claim and for every one that says the same in another published article. An open case gets another cause.
 */
@ApplicationScoped
class AfterPublication {

    private static final long NO_ARTICLE = 0;
    /** What came out between the release and the moment when somebody marks that it was published. */
    private static final String MEANWHILE = """
            select case e.act when 'OVERTURN' then 'OVERTURNED' else 'REWORDED' end as cause, e.claim_id, null::bigint as evidence_id, e.id, e.at
              from release r join entry e on e.article_id = r.article_id and e.id > r.entry_id
             where r.id = ?1 and (e.act = 'OVERTURN' or e.act = 'REWORD' and e.body::jsonb #> '{facts,verdict}' is not null)
               and not exists (select from case_cause x where x.entry_id = e.id)
            union all
            select 'RERATED', e.claim_id, null::bigint, e.id, e.at
              from release r join entry e on e.article_id = r.article_id and e.id > r.entry_id and e.act = 'VERIFY'
             where r.id = ?1 and rated_otherwise((e.body::jsonb #>> '{facts,verdict}')::bigint)
               and not exists (select from case_cause x where x.entry_id = e.id)
            union all
            select case e.act when 'DROP' then 'DROPPED' else 'CUT' end, e.claim_id, null::bigint, e.id, e.at
              from release r join entry e on e.article_id = r.article_id and e.id > r.entry_id and e.act in ('ORPHAN', 'DROP')
             where r.id = ?1 and taken_out(e.id, r.id) and not exists (select from case_cause x where x.entry_id = e.id)
            union all
            select l.fate, w.claim_id, w.evidence_id, l.entry_id, l.finished_at
              from release r join claim c on c.article_id = r.article_id join watch w on w.claim_id = c.id
              join capture l on l.id = w.look_id join evidence e on e.id = w.evidence_id
             where r.id = ?1 and w.open and l.fate in ('CHANGED', 'GONE') and l.entry_id > r.entry_id and c.dropped_at is null
               and e.withdrawn_at is null and not exists (select from case_cause x where x.entry_id = l.entry_id)
             order by 4""";
    private static final String RATED_OTHERWISE = "select rated_otherwise(?1)";
    private static final String TAKEN_OUT = """
            select exists (select from publication p where p.article_id = ?1 and taken_out(?2, p.release_id))""";
    private static final String CLAIMS = "select id from claim where article_id = ?1 order by id for share";
    private static final String WATCHES = "select evidence_id from watch where claim_id = any(?1) order by evidence_id for share";
    private static final String KNOWN = """
            select w.open, l.fate, cardinality(l.lost) from watch w join evidence e on e.id = w.evidence_id
              join claim c on c.id = w.claim_id left join capture l on l.id = w.look_id
             where w.evidence_id = ?1 and e.withdrawn_at is null and c.dropped_at is null""";
    private static final String CAUSES = """
            select distinct on (x.entry_id) x.kind, x.claim_id, x.evidence_id, x.entry_id, x.at
              from correction_case k join case_cause x on x.case_id = k.id
             where k.claim_id = any(?1) and k.outcome is distinct from 'NONE' and x.kind not in ('CUT', 'DROPPED') order by x.entry_id""";

    private final EntityManager database;
    private final SameClaims same;
    private final Opening opening;

    AfterPublication(EntityManager database, SameClaims same, Opening opening) {
        this.database = database;
        this.same = same;
        this.opening = opening;
    }

    void hear(@Observes Appended appended) {
        Act act = appended.act();
        switch (act.name()) {
            case "OVERTURN" -> happened(of(Cause.OVERTURNED, act.claim().id(), null, appended), NO_ARTICLE, act.at());
            case "REWORD" -> {
                if (act.facts().containsKey("verdict")) {
                    happened(of(Cause.REWORDED, act.claim().id(), null, appended), NO_ARTICLE, act.at());
                }
            }
            case "VERIFY" -> rated(appended);
            case "ORPHAN" -> takenOut(Cause.CUT, appended);
            case "DROP" -> takenOut(Cause.DROPPED, appended);
            case "CAPTURE" -> looked(appended);
            case "LINK" -> linked(id(act, "first"), id(act, "second"), act.at());
            case "PUBLISH" -> published(act.article(), id(act, "release"), act.at());
            default -> {
                // Says nothing about what was published.
            }
        }
    }

    /** A dispute that is decided with the rating there was has changed nothing. */
    private void rated(Appended appended) {
        Act act = appended.act();
        if (Rows.of(database, RATED_OTHERWISE, id(act, "verdict")).get(0).get(0, Boolean.class)) {
            happened(of(Cause.RERATED, act.claim().id(), null, appended), NO_ARTICLE, act.at());
        }
    }

    /** What is taken out once stays out: the next revision says nothing new of it. */
    private void takenOut(Cause cause, Appended appended) {
        Act act = appended.act();
        if (Rows.of(database, TAKEN_OUT, act.article(), appended.entry()).get(0).get(0, Boolean.class)) {
            happened(of(cause, act.claim().id(), null, appended), NO_ARTICLE, act.at());
        }
    }

    /** A page that is not as it was; what is known already and waits for somebody is not told again. */
    private void looked(Appended appended) {
        Map<String, Object> facts = appended.act().facts();
        boolean gone = "GONE".equals(facts.get("fate"));
        if (!gone && !"CHANGED".equals(facts.get("fate"))) {
            return;
        }
        long evidence = id(appended.act(), "evidence");
        int lost = facts.get("lost") instanceof List<?> words ? words.size() : 0;
        Rows.of(database, KNOWN, evidence)
                .stream()
                .filter(before -> gone ? !"GONE".equals(Rows.text(before, 1)) : isNews(before, lost))
                .findFirst()
                .ifPresent(news -> happened(of(gone ? Cause.GONE : Cause.CHANGED, id(appended.act(), "claim"), evidence,
                        appended), NO_ARTICLE, appended.act().at()));
    }

    private static boolean isNews(Tuple before, int lost) {
        Integer lostBefore = before.get(2, Integer.class);
        return !before.get(0, Boolean.class) || !"CHANGED".equals(Rows.text(before, 1))
                || lost > (lostBefore == null ? 0 : lostBefore);
    }

    /** Claims that are the same from now on share what has come out about either and was not found to need no correction. */
    private void linked(long first, long second, Instant now) {
        Long[] one = group(first);
        Long[] other = group(second);
        List<Happened> ofOne = causes(one);
        List<Happened> ofOther = causes(other);
        ofOne.forEach(happened -> opening.open(happened, other, NO_ARTICLE, now));
        ofOther.forEach(happened -> opening.open(happened, one, NO_ARTICLE, now));
    }

    /** After the article its claims and what is known of pages, so that nothing about them is under way. */
    private void published(long article, long release, Instant now) {
        Long[] claims = Rows.of(database, CLAIMS, article)
                .stream()
                .map(row -> row.get(0, Long.class))
                .toArray(Long[]::new);
        Rows.of(database, WATCHES, (Object) claims);
        happenings(Rows.of(database, MEANWHILE, release)).forEach(meanwhile -> happened(meanwhile, article, now));
    }

    private void happened(Happened happened, long publishing, Instant now) {
        Long[] claims = happened.cause().ofOneArticle() ? new Long[]{happened.claim()} : group(happened.claim());
        opening.open(happened, claims, publishing, now);
    }

    private Long[] group(long claim) {
        return Stream.concat(Stream.of(claim), same.sameClaims(claim).stream().map(SameClaims.Same::claim))
                .toArray(Long[]::new);
    }

    private List<Happened> causes(Long[] claims) {
        return happenings(Rows.of(database, CAUSES, (Object) claims));
    }

    private static List<Happened> happenings(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new Happened(Rows.constant(Cause.class, row, 0), row.get(1, Long.class),
                        row.get(2, Long.class), row.get(3, Long.class), row.get(4, Instant.class)))
                .toList();
    }

    private static Happened of(Cause cause, long claim, Long evidence, Appended appended) {
        return new Happened(cause, claim, evidence, appended.entry(), appended.act().at());
    }

    private static long id(Act act, String fact) {
        return ((Number) act.facts().get(fact)).longValue();
    }
}
