package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.sql.Rows;

/** The releases of articles, and where what was released went out. */
@ApplicationScoped
public class Releases implements PanacheRepository<Release> {

    private static final String LINES = """
            select p.article_id, r.id, r.revision, encode(r.digest, 'hex') as sha256, r.released_by, n.name, r.released_at, r.waivers,
                   r.revision = p.revision and r.claims = p.claims as current, p.revision as standing
              from gate_pin p join lateral (select x.* from release x where x.article_id = p.article_id order by x.id desc limit %d) r on true
              join person n on n.id = r.released_by
             where p.article_id = any(?1) order by r.id desc""";
    private static final String LAST = LINES.formatted(1);
    private static final String HISTORY = LINES.formatted(50);
    private static final String PUBLICATIONS = """
            select p.id, p.revision, p.address, p.published_at, p.marked_by, n.name, p.marked_at
              from publication p join person n on n.id = p.marked_by where p.article_id = ?1 order by p.id desc limit 50""";

    private final EntityManager database;

    Releases(EntityManager database) {
        this.database = database;
    }

    /** The last release of each of these articles that has one, by the id of the article. */
    public Map<Long, ReleaseLine> last(Long[] articles) {
        return Rows.of(database, LAST, (Object) articles)
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), Releases::line));
    }

    /** The releases of an article, newest first, at most 50. */
    public List<ReleaseLine> of(long article) {
        return Rows.of(database, HISTORY, (Object) new Long[]{article}).stream().map(Releases::line).toList();
    }

    /** Where revisions of an article went out, newest first, at most 50. */
    public List<PublicationLine> publications(long article) {
        return Rows.of(database, PUBLICATIONS, article)
                .stream()
                .map(row -> new PublicationLine(row.get(0, Long.class), row.get(1, Integer.class), Rows.text(row, 2),
                        row.get(3, Instant.class), Name.of(row.get(4, UUID.class), Rows.text(row, 5)),
                        row.get(6, Instant.class)))
                .toList();
    }

    /** The last release of a revision, if there is one. */
    Optional<Release> ofRevision(long article, int revision) {
        return find("article = ?1 and revision = ?2 order by id desc", article, revision).firstResultOptional();
    }

    boolean published(long article, int revision, String address) {
        return !Rows.of(database, "select 1 from publication where article_id = ?1 and revision = ?2 and address = ?3",
                article, revision, address).isEmpty();
    }

    private static ReleaseLine line(Tuple row) {
        List<Long> waivers = Arrays.stream((Object[]) row.get(7)).map(id -> ((Number) id).longValue()).toList();
        return new ReleaseLine(row.get(1, Long.class), row.get(2, Integer.class), Rows.text(row, 3),
                Name.of(row.get(4, UUID.class), Rows.text(row, 5)), row.get(6, Instant.class), waivers,
                row.get(8, Boolean.class), row.get(9, Integer.class));
    }
}
