package org.claimdesk.ledger.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads what can be erased of an entry, and where else the same words stand. */
@ApplicationScoped
public class ErasureReading {

    private static final String ENTRY = """
            select e.id, l.idx, e.at, e.person_id, p.name, e.role, e.act, e.article_id, e.source_id,
                   coalesce(e.claim_id, cast(cast(e.body as jsonb) #>> '{facts,claim}' as bigint))
              from entry e join person p on p.id = e.person_id left join leaf l on l.entry_id = e.id where e.id = ?1""";
    private static final String TEXTS = """
            select c.key, d.texts #>> array[c.key, 'text'], text_erasable(e.act, cast(e.body as jsonb) -> 'facts', c.key),
                   x.entry_id, a.at
              from entry e cross join lateral jsonb_each_text(coalesce(cast(e.body as jsonb) -> 'texts', '{}')) c
              left join disclosure d on d.entry_id = e.id
              left join erasure x on x.erased_id = e.id and x.member = c.key left join entry a on a.id = x.entry_id
             where e.id = ?1 order by c.key""";
    /** Of a source the words are wherever evidence comes from it; all other words, within the article. */
    private static final String ELSEWHERE = """
            with word as (select t.key, t.value ->> 'text' as said from disclosure d, jsonb_each(d.texts) t
                           where d.entry_id = ?1 and t.key = any(?2)),
                 this as (select article_id, source_id from entry where id = ?1),
                 leant as (select source_id as id from this where source_id is not null
                           union select s.id from this join claim c on c.article_id = this.article_id
                             join evidence e on e.claim_id = c.id join source s on s.id in (e.source_id, e.origin_id)
                            where exists (select from word where said in (s.name, s.discredit_reason))),
                 reach as (select article_id from this union select c.article_id from leant
                             join evidence e on e.source_id = leant.id or e.origin_id = leant.id
                             join claim c on c.id = e.claim_id)
            select e.id, l.idx, e.act, e.person_id, p.name, e.article_id, e.source_id,
                   coalesce(e.claim_id, cast(cast(e.body as jsonb) #>> '{facts,claim}' as bigint)), t.key, w.key
              from entry e join person p on p.id = e.person_id join disclosure d on d.entry_id = e.id
              cross join lateral jsonb_each(d.texts) t join word w on %s left join leaf l on l.entry_id = e.id
             where (e.article_id in (select article_id from reach) or e.source_id in (select id from leant))
               and (e.id <> ?1 or not t.key = any(?2)) and text_erasable(e.act, cast(e.body as jsonb) -> 'facts', t.key)
             order by e.id, t.key""";
    private static final String SAME = ELSEWHERE.formatted("w.said = t.value ->> 'text'");
    private static final String WITHIN = ELSEWHERE.formatted("w.said <> t.value ->> 'text' and length(w.said) >= 4"
            + " and position(lower(w.said) in lower(t.value ->> 'text')) > 0") + " limit 50";

    private final EntityManager database;

    ErasureReading(EntityManager database) {
        this.database = database;
    }

    /** @throws Problem absent */
    public Erasable of(long entry) {
        Tuple row = Rows.of(database, ENTRY, entry)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no entry " + entry + "."));
        List<Erasable.Text> texts = texts(entry);
        String[] open = texts.stream()
                .filter(Erasable.Text::open)
                .map(Erasable.Text::field)
                .toArray(String[]::new);
        return new Erasable(entry, row.get(1, Long.class), row.get(2, Instant.class),
                Name.of(row.get(3, UUID.class), Rows.text(row, 4)), Rows.text(row, 5), Rows.text(row, 6),
                row.get(7, Long.class), row.get(8, Long.class), row.get(9, Long.class), texts, copies(entry, open),
                places(WITHIN, entry, open));
    }

    /** The texts that an entry commits to; those that were erased too. */
    public List<Erasable.Text> texts(long entry) {
        return Rows.of(database, TEXTS, entry)
                .stream()
                .map(row -> new Erasable.Text(Rows.text(row, 0), Rows.text(row, 1), row.get(2, Boolean.class),
                        row.get(3, Long.class), row.get(4, Instant.class)))
                .toList();
    }

    /** Where the words of these fields stand in other texts that can be erased, in the order of the entries. */
    List<Erasable.Place> copies(long entry, String[] fields) {
        return places(SAME, entry, fields);
    }

    private List<Erasable.Place> places(String sql, long entry, String[] fields) {
        return Rows.of(database, sql, entry, fields)
                .stream()
                .map(row -> new Erasable.Place(row.get(0, Long.class), row.get(1, Long.class), Rows.text(row, 2),
                        Name.of(row.get(3, UUID.class), Rows.text(row, 4)), row.get(5, Long.class),
                        row.get(6, Long.class), row.get(7, Long.class), Rows.text(row, 8), Rows.text(row, 9)))
                .toList();
    }
}
