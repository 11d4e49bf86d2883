package org.claimdesk.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.ClaimType;

/** Reads articles for pages and the API. */
@ApplicationScoped
public class ArticleReading {

    private static final String LINES = """
            select a.id, a.version, a.slug, a.headline, a.byline, a.desk, a.address, a.deadline, a.revision, a.filed_by, f.name, a.filed_at,
                   array(select w.person_id from article_author w where w.article_id = a.id order by w.person_id) as ids,
                   array(select p.name from article_author w join person p on p.id = w.person_id
                          where w.article_id = a.id order by w.person_id) as names
              from article a join person f on f.id = a.filed_by""";

    private static final String SENTENCES = """
            select number, start_at, end_at, disposition, score, reasons, suggested from sentence
             where article_id = ?1 and revision = ?2""";

    private static final String REVISIONS = """
            select r.number, r.filed_by, p.name, r.filed_at, r.digest, length(r.text) as length
              from revision r join person p on p.id = r.filed_by where r.article_id = ?1 order by r.number desc limit 500""";

    private static final String AROUND = """
            select a.id, substr(r.text, greatest(w.at - 100, 1), 300)
              from article a join revision r on r.article_id = a.id and r.number = a.revision
             cross join lateral (select strpos(lower(r.text), ?2) as at) w
             where a.id = any(?1) and w.at > 0""";

    private final EntityManager database;

    ArticleReading(EntityManager database) {
        this.database = database;
    }

    /** Articles before an id, newest first. */
    public List<ArticleLine> list(String desk, long before, int limit) {
        String sql = LINES + " where a.id < ?1" + (desk == null ? "" : " and a.desk = ?2")
                + " order by a.id desc limit " + limit;
        return desk == null ? rows(sql, before) : rows(sql, before, desk);
    }

    /** These articles, newest first. */
    public List<ArticleLine> lines(Long[] ids) {
        return rows(LINES + " where a.id = any(?1) order by a.id desc", (Object) ids);
    }

    /**
     * What stands around letters where they first stand in the text of each; without those that do not have them.
     *
     * @param letters small
     */
    public Map<Long, String> around(Long[] ids, String letters) {
        return Rows.of(database, AROUND, ids, letters)
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> Rows.text(row, 1)));
    }

    /** @throws Problem absent */
    public ArticleLine line(long id) {
        return rows(LINES + " where a.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no article " + id + "."));
    }

    /** The revisions of an article, newest first, at most 500. */
    public List<RevisionLine> revisions(long article) {
        return Rows.of(database, REVISIONS, article)
                .stream()
                .map(row -> new RevisionLine(row.get(0, Integer.class),
                        Name.of(row.get(1, UUID.class), row.get(2, String.class)), row.get(3, Instant.class),
                        HexFormat.of().formatHex(row.get(4, byte[].class)), row.get(5, Integer.class)))
                .toList();
    }

    /** The sentences of a revision, in order. */
    public List<SentenceLine> sentences(long article, int revision) {
        return Rows.of(database, SENTENCES + " order by number", article, revision)
                .stream()
                .map(ArticleReading::sentence)
                .toList();
    }

    /**
     * Some sentences of a revision, in order.
     *
     * @throws Problem bad input where there are none or more than {@link Accounting#MOST}, or one is none of them
     */
    public List<SentenceLine> sentences(long article, int revision, Set<Integer> numbers) {
        Accounting.checkNumber(numbers);
        List<SentenceLine> found = Rows
                .of(database, SENTENCES + " and number = any(?3) order by number", article, revision,
                        numbers.toArray(Integer[]::new))
                .stream()
                .map(ArticleReading::sentence)
                .toList();
        return Accounting.all(found, numbers);
    }

    private static SentenceLine sentence(Tuple row) {
        Object[] reasons = (Object[]) row.get(5);
        return new SentenceLine(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class),
                Rows.constant(Disposition.class, row, 3), row.get(4, Float.class),
                reasons == null ? List.of() : Arrays.stream(reasons).map(Object::toString).toList(),
                row.get(6) == null ? null : Rows.constant(ClaimType.class, row, 6));
    }

    /** Whether what a revision was made of is kept; revisions from before it was have none. */
    public boolean hasOriginal(long article, int revision) {
        return !Rows.of(database, "select 1 from original where article_id = ?1 and revision = ?2", article, revision)
                .isEmpty();
    }

    private List<ArticleLine> rows(String sql, Object... parameters) {
        return Rows.of(database, sql, parameters).stream().map(ArticleReading::line).toList();
    }

    private static ArticleLine line(Tuple row) {
        Object[] ids = (Object[]) row.get(12);
        String[] names = Arrays.stream((Object[]) row.get(13)).toArray(String[]::new);
        List<Name> authors = IntStream.range(0, ids.length).mapToObj(i -> new Name((UUID) ids[i], names[i])).toList();
        return new ArticleLine(row.get(0, Long.class), row.get(1, Integer.class), row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class), row.get(5, String.class), row.get(6, String.class), row.get(7, Instant.class),
                row.get(8, Integer.class), authors, Name.of(row.get(9, UUID.class), row.get(10, String.class)),
                row.get(11, Instant.class));
    }
}
