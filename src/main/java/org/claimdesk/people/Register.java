package org.claimdesk.people;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Keeps the names of those who acted or were assigned, so that the record can be read when they have left Keycloak. */
@ApplicationScoped
public class Register {

    private final EntityManager database;
    private final Clock clock;
    /** What this instance has written; only spares a statement, the table is what counts. */
    private final Map<UUID, String> written = new ConcurrentHashMap<>();

    Register(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void remember(Acting who) {
        remember(who.id(), who.username(), who.name());
    }

    public void remember(Person person) {
        remember(person.id(), person.username(), person.name());
    }

    /** Written in a transaction of its own: a name outlives the act it was first seen in. */
    private void remember(UUID id, String username, String name) {
        if (name.equals(written.get(id))) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> database
                        .createNativeQuery("insert into person (id, username, name, seen_at) values (?1, ?2, ?3, ?4)"
                                + " on conflict (id) do update set username = excluded.username, name = excluded.name,"
                                + " seen_at = excluded.seen_at")
                        .setParameter(1, id)
                        .setParameter(2, username)
                        .setParameter(3, name)
                        .setParameter(4, clock.instant())
                        .executeUpdate());
        written.put(id, name);
    }
}
