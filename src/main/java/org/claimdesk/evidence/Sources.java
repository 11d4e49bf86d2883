package org.claimdesk.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** The sources of all evidence. A name is one source, however it is capitalised and spaced. */
@ApplicationScoped
public class Sources implements PanacheRepository<Source> {

    private static final String BY_NAME = "select id from source"
            + " where casefold(name collate pg_unicode_fast) = casefold(?1 collate pg_unicode_fast)";
    private static final String INSERT = "insert into source (name, made_by, made_at) values (?1, ?2, ?3) on conflict do nothing";

    private final EntityManager database;

    Sources(EntityManager database) {
        this.database = database;
    }

    /** @throws Problem absent */
    public Source get(long id) {
        return found(Optional.ofNullable(findById(id)), id);
    }

    /**
     * The source, so that no verdict that leans on it is given until the transaction ends. Who also locks claims MUST do
     * that first.
     *
     * @throws Problem absent
     */
    public Source held(long id) {
        return found(Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)), id);
    }

    /**
     * Marks it. MUST be called within the act that disputes what leans on it, on a source that is {@link #held}.
     *
     * @throws Problem conflict where it is discredited already, bad input without a reason
     */
    public void discredit(Source source, String reason, UUID by, Instant at) {
        source.discredit(reason, by, at);
    }

    /** The ids of these names, empty ones left out; a name that is new becomes a source. */
    Map<String, Long> named(Stream<String> names, UUID by, Instant at) {
        // In one order everywhere: two acts that make the same two sources at once would wait for each other.
        return names.filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.toMap(name -> name, name -> named(name, by, at)));
    }

    private Long named(String name, UUID by, Instant at) {
        return byName(name).orElseGet(() -> {
            database.createNativeQuery(INSERT)
                    .setParameter(1, name)
                    .setParameter(2, by)
                    .setParameter(3, at)
                    .executeUpdate();
            return byName(name).orElseThrow();
        });
    }

    private Optional<Long> byName(String name) {
        return Rows.of(database, BY_NAME, name).stream().map(row -> row.get(0, Long.class)).findFirst();
    }

    private static Source found(Optional<Source> source, long id) {
        return source.orElseThrow(() -> Problem.absent("There is no source " + id + "."));
    }
}
