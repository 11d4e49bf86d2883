package org.claimdesk.evidence.preview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.claimdesk.content.Sha256;
import org.claimdesk.evidence.apart.Findings;
import org.claimdesk.sql.Rows;

/**
 * What is to be looked at: a row for each content, made by the database with the file or the capture that brings it, and
 * the job as well as its result. One instance at a time has it; what an instance does with it is done only while it does.
 */
@ApplicationScoped
class Looks {

    private static final String NEXT = """
            update look l set state = 'RUNNING', attempts = attempts + 1, lease_until = ?2
             where l.digest = (select o.digest from look o
                                where o.state in ('WAITING', 'RUNNING') and o.due_at <= ?1
                                  and (o.state = 'WAITING' or o.lease_until < ?1)
                                order by o.due_at, o.digest limit 1 for update skip locked)
            returning encode(l.digest, 'hex'), l.attempts""";
    private static final String OWN = " where digest = decode(?1, 'hex') and attempts = ?2 and state = 'RUNNING'";

    private final EntityManager database;

    Looks(EntityManager database) {
        this.database = database;
    }

    /** A look that this instance has taken on. */
    record Job(String digest, int attempt) {}

    /** Takes on what is due first, or what another instance has let fall. */
    Optional<Job> next(Instant now, Instant lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, NEXT, now, lease)
                        .stream()
                        .findFirst()
                        .map(row -> new Job(Rows.text(row, 0), row.get(1, Integer.class))));
    }

    /** Puts it off. @return false where it is another's by now */
    boolean later(Job job, String trouble, Instant due) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(
                        "update look set state = 'WAITING', lease_until = null, due_at = ?3, trouble = ?4" + OWN,
                        job.digest(), job.attempt(), due, trouble).executeUpdate() == 1);
    }

    /** @return false where it is another's by now, and nothing has been done */
    boolean done(Job job, Findings found, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (Rows.of(database, "select attempts from look" + OWN + " for update", job.digest(), job.attempt())
                    .isEmpty()) {
                return false;
            }
            if (found.text() != null) {
                query("insert into file_text (digest, text, starts) values (decode(?1, 'hex'), ?2, cast(?3 as integer[]))",
                        job.digest(), found.text(), found.starts()
                                .stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                        .executeUpdate();
            }
            return query(
                    "update look set state = 'DONE', lease_until = null, trouble = null, done_at = ?3, media_type = ?4,"
                            + " show = cast(?5 as text), unshown = cast(?6 as text), pages = cast(cast(?7 as text) as integer),"
                            + " text_digest = cast(?8 as bytea), textless = cast(?9 as text), cut = ?10" + OWN,
                    job.digest(),
                    job.attempt(), at, found.mediaType(), found.show() == null ? null : found.show().name(),
                    found.unshown(), found.pages() == null ? null : found.pages().toString(),
                    found.text() == null ? null : Sha256.of(found.text().getBytes(StandardCharsets.UTF_8)),
                    found.textless(), found.cut()).executeUpdate() == 1;
        });
    }

    private Query query(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                query.setParameter(i + 1, (String) null);
            } else {
                query.setParameter(i + 1, values[i]);
            }
        }
        return query;
    }
}
