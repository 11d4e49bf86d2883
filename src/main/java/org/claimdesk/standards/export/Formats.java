package org.claimdesk.standards.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.export.Annotation;
import org.claimdesk.export.Annotations;
import org.claimdesk.export.ClaimReviews;
import org.claimdesk.export.Newsroom;
import org.claimdesk.export.Review;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The claims of an article in the formats of others: the words of the article and what was found, and nothing of what stands
 * behind it, whose terms might forbid it. A verdict's rationale stays in the house for the same reason.
 */
@ApplicationScoped
class Formats {

    /** The revision that went out last. */
    private static final String WENT = """
            select p.revision, p.address, split_part(r.text, E'\\n', 1) from publication p
              join revision r on r.article_id = p.article_id and r.number = p.revision
             where p.article_id = ?1 order by p.id desc limit 1""";
    /** Verdicts that stand, on words that stand in what went out. */
    private static final String REVIEWS = """
            select c.id, v.words, v.rating, v.given_at from claim c join verdict v on v.id = c.verdict_id
              join revision r on r.article_id = c.article_id and r.number = ?
             where c.article_id = ? and c.dropped_at is null and position(v.words in r.text) > 0 order by c.start_at, c.id""";
    private static final String STANDING = "select a.revision, a.headline from article a where a.id = ?1";
    private static final String CLAIMS = """
            select c.id, c.exact, c.prefix, c.suffix, c.start_at, c.end_at, c.state, c.type, c.risk, c.marked_at, c.changed_at,
                   case when v.words = c.exact then v.rating end as rating
              from claim c left join verdict v on v.id = c.verdict_id
             where c.article_id = ? and c.revision = ? and c.dropped_at is null and c.placement <> 'ORPHANED'
             order by c.start_at, c.id""";

    private final EntityManager database;
    private final Cursor cursor;
    private final Newsroom newsroom;
    private final ZoneId zone;

    Formats(EntityManager database, Cursor cursor, @ConfigProperty(name = "claimdesk.newsroom.name") String name,
            @ConfigProperty(name = "claimdesk.newsroom.address") Optional<String> address,
            @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.database = database;
        this.cursor = cursor;
        this.newsroom = new Newsroom(name, address.orElse(null));
        this.zone = zone;
    }

    /**
     * ClaimReviews of what went out last.
     *
     * @throws Problem absent where there is no such article, or it was not published
     */
    void reviews(long article, OutputStream out) throws IOException {
        Tuple went = first(WENT, article)
                .orElseThrow(() -> Problem.absent("Article " + article + " is not marked as published."));
        Review.Article where = new Review.Article(Rows.text(went, 2), Rows.text(went, 1));
        try (ClaimReviews reviews = new ClaimReviews(out, newsroom)) {
            cursor.each(REVIEWS, row -> reviews.add(review(row, where)), went.get(0, Integer.class), article);
        }
    }

    private Review review(ResultSet row, Review.Article where) throws SQLException {
        Rating rating = Rating.valueOf(row.getString(3));
        return new Review(where.address() + "#claim-" + row.getLong(1), row.getString(2), rating.name(),
                Labels.of(rating), where, time(row, 4).atZone(zone).toLocalDate());
    }

    /**
     * W3C Web Annotations on the revision that stands.
     *
     * @param id   IRI of the collection
     * @param base IRI of the API, with a slash at its end
     * @throws Problem absent
     */
    void annotations(long article, String id, String base, OutputStream out) throws IOException {
        Tuple standing = first(STANDING, article)
                .orElseThrow(() -> Problem.absent("There is no article " + article + "."));
        int revision = standing.get(0, Integer.class);
        String source = base + "articles/" + article + "/revisions/" + revision;
        try (Annotations all = new Annotations(out, id, "Claims of “" + Rows.text(standing, 1) + "”", newsroom)) {
            cursor.each(CLAIMS, row -> all.add(annotation(row, source, base)), article, revision);
        }
    }

    private static Annotation annotation(ResultSet row, String source, String base) throws SQLException {
        List<String> tags = new ArrayList<>();
        for (int word = 7; word <= 9; word++) {
            if (row.getString(word) != null && !"NORMAL".equals(row.getString(word))) {
                tags.add(row.getString(word).toLowerCase(Locale.ROOT));
            }
        }
        String rating = row.getString(12);
        Instant made = time(row, 10);
        Instant changed = time(row, 11);
        return new Annotation(base + "claims/" + row.getLong(1), source,
                new Annotation.Words(row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                        row.getInt(6)),
                made, changed.isAfter(made) ? changed : null, tags,
                rating == null ? null : Labels.of(Rating.valueOf(rating)), null);
    }

    private Optional<Tuple> first(String sql, long article) {
        return QuarkusTransaction.requiringNew().call(() -> Rows.of(database, sql, article).stream().findFirst());
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
