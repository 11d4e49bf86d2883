package org.claimdesk.standards.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.evidence.Backing;
import org.claimdesk.evidence.Origins;
import org.claimdesk.sql.Rows;

/** Finds what stands in the way of articles, waived or not: three statements, however much there is. */
@ApplicationScoped
class Items {

    private static final String ITEMS = """
            select i.article_id, i.kind, i.claim_id, i.sentence, i.evidence_id, i.stood, c.exact, p.name as assignee, c.desk,
                   d.statement, v.rating, e.title, l.id as look, l.fate, cardinality(l.lost) as lost,
                   i.reply_id, q.person, q.due_at
              from gate_item i left join claim c on c.id = i.claim_id left join person p on p.id = c.assignee
              left join dispute d on d.id = c.dispute_id left join verdict v on v.id = c.verdict_id
              left join evidence e on e.id = i.evidence_id left join watch w on w.evidence_id = i.evidence_id
              left join capture l on l.id = w.look_id left join reply_request q on q.id = i.reply_id
             where i.article_id = any(?1) order by c.start_at, i.claim_id, i.evidence_id, i.sentence, i.reply_id""";
    /** What nobody has submitted yet is not held against the rule: it is not verified, which says enough. */
    private static final String CLAIMS = """
            select c.id, c.article_id, c.desk, c.version, c.exact from claim c
             where c.article_id = any(?1) and c.dropped_at is null and c.state <> 'ASSIGNED' order by c.start_at, c.id""";
    private static final Comparator<Item> BY_KIND = Comparator.comparing(Item::kind);

    private final EntityManager database;
    private final Origins origins;

    Items(EntityManager database, Origins origins) {
        this.database = database;
        this.origins = origins;
    }

    /** By the id of the article, in the order of the kinds and then of the text; articles that have none are not in it. */
    Map<Long, List<Item>> of(Long[] articles) {
        Map<Long, List<Item>> items = new HashMap<>();
        Rows.of(database, ITEMS, (Object) articles)
                .forEach(row -> items.computeIfAbsent(row.get(0, Long.class), article -> new ArrayList<>())
                        .add(item(row)));
        ofTheRule(articles, items);
        items.values().forEach(of -> of.sort(BY_KIND));
        return items;
    }

    private void ofTheRule(Long[] articles, Map<Long, List<Item>> items) {
        List<Tuple> claims = Rows.of(database, CLAIMS, (Object) articles);
        Map<Long, String> desks = new HashMap<>();
        claims.forEach(claim -> desks.put(claim.get(0, Long.class), Rows.text(claim, 2)));
        Map<Long, Backing> backings = origins.of(desks);
        for (Tuple claim : claims) {
            long id = claim.get(0, Long.class);
            Backing backing = backings.get(id);
            if (!backing.met()) {
                String stood = "%d %d/%d/%d".formatted(claim.get(3, Integer.class), backing.supports(),
                        backing.contradicts(), backing.primary());
                items.computeIfAbsent(claim.get(1, Long.class), article -> new ArrayList<>())
                        .add(new Item(Kind.SOURCES, id, null, null, null, stood, Rows.text(claim, 4),
                                backing.words() + "; the rule is " + backing.rule(), page(id) + "#h-evidence"));
            }
        }
    }

    private static Item item(Tuple row) {
        long article = row.get(0, Long.class);
        Kind kind = Rows.constant(Kind.class, row, 1);
        Long claim = row.get(2, Long.class);
        Integer sentence = row.get(3, Integer.class);
        Long evidence = row.get(4, Long.class);
        Long reply = row.get(15, Long.class);
        String words = reply != null
                ? "Reply of " + Rows.text(row, 16)
                : claim == null ? "Sentence " + sentence : Rows.text(row, 6);
        String link = switch (kind) {
            case UNACCOUNTED -> "/articles/" + article + "#s" + sentence;
            case ROT -> page(claim) + "/captures/" + row.get(12, Long.class) + "/changes";
            case REPLY -> "/articles/" + article + "/replies#r" + reply;
            default -> page(claim);
        };
        return new Item(kind, claim, sentence, evidence, reply, Rows.text(row, 5), words, says(kind, row), link);
    }

    private static String says(Kind kind, Tuple row) {
        return switch (kind) {
            case UNACCOUNTED -> "nobody has said what it is";
            case UNPLACED -> "its words are not in this revision";
            case DISPUTED -> Rows.text(row, 9);
            case UNVERIFIED -> "waits for " + waits(row);
            case RATING -> "rated " + Labels.of(Rows.constant(Rating.class, row, 10));
            case CONTEXT -> "rated needs context; nobody has named words that give it";
            case ROT -> Rows.text(row, 11) + ": " + rot(row);
            case REPLY -> Rows.text(row, 5).equals("OVERDUE")
                    ? "nothing has come back in time, and nobody has said so"
                    : "nobody has said where it stands in the text";
            case SOURCES -> throw new IllegalStateException("the database does not know the rule of sources");
        };
    }

    private static String waits(Tuple row) {
        String assignee = Rows.text(row, 7);
        return assignee == null ? "somebody of " + Rows.text(row, 8) : assignee + ", then a reviewer";
    }

    private static String rot(Tuple row) {
        if (Rows.text(row, 13).equals("GONE")) {
            return "the page is gone";
        }
        return row.get(14, Integer.class) > 0 ? "quoted words are gone from the page" : "the page has changed";
    }

    private static String page(Long claim) {
        return "/claims/" + claim;
    }
}
