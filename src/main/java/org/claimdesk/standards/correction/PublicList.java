package org.claimdesk.standards.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The corrections that readers may see, where the newsroom has switched that on. */
@ApplicationScoped
class PublicList {

    private static final String LIST = """
            select q.id, q.follows, q.kind, q.text, q.dated, q.headline, q.address, q.issued_at
              from correction q where q.id < ?1 order by q.id desc limit ?2""";

    private final EntityManager database;
    private final boolean on;
    private final String newsroom;

    PublicList(EntityManager database, @ConfigProperty(name = "claimdesk.corrections.public") boolean on,
            @ConfigProperty(name = "claimdesk.newsroom.name") String newsroom) {
        this.database = database;
        this.on = on;
        this.newsroom = newsroom;
    }

    /** What a reader gets of a correction, and no more. @param follows the one it follows, or null */
    public record Line(long id, Long follows, CorrectionKind kind, String text, LocalDate dated, String headline,
            String address, Instant issued) {}

    boolean on() {
        return on;
    }

    String newsroom() {
        return newsroom;
    }

    /** Newest first. */
    List<Line> before(long id, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, LIST, id, limit))
                .stream()
                .map(row -> new Line(row.get(0, Long.class), row.get(1, Long.class),
                        Rows.constant(CorrectionKind.class, row, 2), Rows.text(row, 3), row.get(4, LocalDate.class),
                        Rows.text(row, 5), Rows.text(row, 6), row.get(7, Instant.class)))
                .toList();
    }
}
