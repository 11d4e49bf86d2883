package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Blind;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads the gates of articles as they are at a moment: five statements, however many claims and articles there are. */
@ApplicationScoped
public class GateReading {

    private static final String STANDING = """
            select a.id, a.revision, r.digest from article a
              join revision r on r.article_id = a.id and r.number = a.revision where a.id = any(?1)""";
    private static final String WAIVERS = """
            select w.id, w.article_id, w.kind, w.claim_id, w.sentence, w.evidence_id, w.stood, w.reason, w.waived_by, p.name,
                   w.waived_at, w.expires_at, w.reply_id
              from waiver w join person p on p.id = w.waived_by
             where w.article_id = any(?1) and w.withdrawn_at is null and w.expires_at > ?2 order by w.id""";
    private static final String PARTS = """
            select exists (select from article_author w where w.article_id = ?1 and w.person_id = ?2) as author,
                   array(select s.claim_id from sourcing s join claim c on c.id = s.claim_id
                          where c.article_id = ?1 and s.person_id = ?2) as sourced,
                   array(select v.claim_id from verdict v join claim c on c.id = v.claim_id
                          where c.article_id = ?1 and v.given_by = ?2) as verified""";
    private static final String AT = "select id from article where address = ?1 order by id desc limit 10";
    private static final String PIN = "select revision, digest, claims from gate_pin where article_id = ?1";

    private final EntityManager database;
    private final Items items;
    private final Releases releases;
    private final Blind blind;

    GateReading(EntityManager database, Items items, Releases releases, Blind blind) {
        this.blind = blind;
        this.database = database;
        this.items = items;
        this.releases = releases;
    }

    /** A waiver that has not ended, and the item it was given for. */
    private record Given(long article, Item item, WaiverLine line) {
        boolean lets(Item other) {
            return item.same(other.key(), other.stood());
        }
    }

    /** @throws Problem absent; forbidden to who audits a verdict of it blind */
    public Gate of(long article, Instant now) {
        blind.hidden().requireOpen(article);
        Gate gate = of(List.of(article), now).get(article);
        if (gate == null) {
            throw Problem.absent("There is no article " + article + ".");
        }
        return gate;
    }

    /**
     * Of the articles that were filed with an address, the newest first, at most 10.
     *
     * @throws Problem forbidden to who audits a verdict of one of them blind
     */
    List<Gate> at(String address, Instant now) {
        List<Long> ids = Rows.of(database, AT, address).stream().map(row -> row.get(0, Long.class)).toList();
        ids.forEach(blind.hidden()::requireOpen);
        Map<Long, Gate> gates = of(ids, now);
        return ids.stream().map(gates::get).toList();
    }

    /** By the id of the article. */
    public Map<Long, Gate> of(List<Long> ids, Instant now) {
        Long[] articles = ids.toArray(Long[]::new);
        Map<Long, List<Item>> barred = items.of(articles);
        Map<Long, List<Given>> given = Rows.of(database, WAIVERS, articles, now)
                .stream()
                .map(GateReading::given)
                .collect(Collectors.groupingBy(Given::article));
        Map<Long, ReleaseLine> last = releases.last(articles);
        Map<Long, Gate> gates = new HashMap<>();
        Rows.of(database, STANDING, (Object) articles).forEach(row -> {
            long id = row.get(0, Long.class);
            gates.put(id, gate(row, barred.getOrDefault(id, List.of()), given.getOrDefault(id, List.of()),
                    last.get(id)));
        });
        return gates;
    }

    /** The part that somebody has had in an article. */
    Parts parts(long article, UUID person) {
        Tuple row = Rows.of(database, PARTS, article, person).get(0);
        return new Parts(row.get(0, Boolean.class), ids(row.get(1)), ids(row.get(2)));
    }

    /** What a release pins now. */
    Pin pin(long article) {
        Tuple row = Rows.of(database, PIN, article).get(0);
        return new Pin(article, row.get(0, Integer.class), row.get(1, byte[].class), row.get(2, byte[].class));
    }

    private static Gate gate(Tuple row, List<Item> items, List<Given> given, ReleaseLine release) {
        List<Item> barred = new ArrayList<>();
        List<Waived> waived = new ArrayList<>();
        for (Item item : items) {
            given.stream()
                    .filter(one -> one.lets(item))
                    .findFirst()
                    .ifPresentOrElse(one -> waived.add(new Waived(item, one.line())), () -> barred.add(item));
        }
        return new Gate(row.get(0, Long.class), row.get(1, Integer.class),
                HexFormat.of().formatHex(row.get(2, byte[].class)), List.copyOf(barred), List.copyOf(waived), release);
    }

    private static Given given(Tuple row) {
        Item item = new Item(Rows.constant(Kind.class, row, 2), row.get(3, Long.class), row.get(4, Integer.class),
                row.get(5, Long.class), row.get(12, Long.class), Rows.text(row, 6), "", "", "");
        return new Given(row.get(1, Long.class), item,
                new WaiverLine(row.get(0, Long.class), Rows.text(row, 7),
                        Name.of(row.get(8, UUID.class), Rows.text(row, 9)), row.get(10, Instant.class),
                        row.get(11, Instant.class)));
    }

    private static Set<Long> ids(Object array) {
        return Stream.of((Object[]) array)
                .map(id -> ((Number) id).longValue())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
