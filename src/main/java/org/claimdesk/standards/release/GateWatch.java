package org.claimdesk.standards.release;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;
import org.claimdesk.standards.hook.Deliveries;
import org.claimdesk.standards.hook.Hooks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells other systems when a gate opens or closes. It follows the ledger, whose order is that of commits, so no act is passed
 * over; and it looks again when a waiver ends or a reply is due, for which nobody acts. One instance does it at a time.
 */
@ApplicationScoped
class GateWatch {

    private static final int ENTRIES = 500;
    private static final int AT_A_TIME = 100;
    private static final String FOLLOWED = "select last_idx from gate_followed for update skip locked";
    private static final String NEW = """
            select l.idx, e.article_id, e.source_id from leaf l join entry e on e.id = l.entry_id
             where l.idx > ?1 order by l.idx limit %d""".formatted(ENTRIES);
    private static final String LEANING = """
            select distinct c.article_id from evidence e join claim c on c.id = e.claim_id
             where e.source_id = any(?1) or e.origin_id = any(?1)""";
    private static final String ENDED = "select article_id from gate where until <= ?1 order by until limit "
            + AT_A_TIME;
    private static final String KNOWN = "select article_id, open from gate where article_id = any(?1)";
    private static final String KEEP = """
            insert into gate (article_id, open, revision, since, until) values (?1, ?2, ?3, ?4, least(cast(?5 as timestamptz),
                (select min(q.due_at) from reply_request q join reply_state s on s.id = q.id and s.state = 'WAITING' where q.article_id = ?1)))
                on conflict (article_id) do update set open = excluded.open, revision = excluded.revision, until = excluded.until,
                   since = case when gate.open = excluded.open then gate.since else excluded.since end""";

    private final EntityManager database;
    private final GateReading gates;
    private final Deliveries deliveries;
    private final Hooks hooks;
    private final Clock clock;
    private final boolean automatic;

    GateWatch(EntityManager database, GateReading gates, Deliveries deliveries, Hooks hooks, Clock clock,
            @ConfigProperty(name = "claimdesk.webhook.automatic") boolean automatic) {
        this.database = database;
        this.gates = gates;
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.clock = clock;
        this.automatic = automatic;
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        while (automatic && !hooks.none() && follow()) {
            // There is more than one step of it.
            continue;
        }
    }

    /** Looks at the gates of what was done since the last time. @return whether there may be more */
    boolean follow() {
        return QuarkusTransaction.requiringNew().call(this::step);
    }

    private boolean step() {
        List<Tuple> followed = Rows.of(database, FOLLOWED);
        if (followed.isEmpty()) {
            return false;
        }
        List<Tuple> entries = Rows.of(database, NEW, followed.get(0).get(0, Long.class));
        Instant now = clock.instant();
        List<Long> articles = new ArrayList<>(touched(entries, now));
        for (int from = 0; from < articles.size(); from += AT_A_TIME) {
            compare(articles.subList(from, Math.min(articles.size(), from + AT_A_TIME)), now);
        }
        if (!entries.isEmpty()) {
            database.createNativeQuery("update gate_followed set last_idx = ?1")
                    .setParameter(1, entries.get(entries.size() - 1).get(0, Long.class))
                    .executeUpdate();
        }
        return entries.size() == ENTRIES;
    }

    private Set<Long> touched(List<Tuple> entries, Instant now) {
        Set<Long> articles = new TreeSet<>();
        Set<Long> sources = new TreeSet<>();
        entries.forEach(entry -> {
            if (entry.get(1) != null) {
                articles.add(entry.get(1, Long.class));
            }
            if (entry.get(2) != null) {
                sources.add(entry.get(2, Long.class));
            }
        });
        if (!sources.isEmpty()) {
            Rows.of(database, LEANING, (Object) sources.toArray(Long[]::new))
                    .forEach(row -> articles.add(row.get(0, Long.class)));
        }
        Rows.of(database, ENDED, now).forEach(row -> articles.add(row.get(0, Long.class)));
        return articles;
    }

    private void compare(List<Long> articles, Instant now) {
        Map<Long, Boolean> known = new HashMap<>();
        Rows.of(database, KNOWN, (Object) articles.toArray(Long[]::new))
                .forEach(row -> known.put(row.get(0, Long.class), row.get(1, Boolean.class)));
        gates.of(articles, now).forEach((article, gate) -> {
            if (gate.open() != known.getOrDefault(article, false)) {
                deliveries.tell(gate.open() ? "gate.opened" : "gate.closed", article, Map.of("revision",
                        gate.revision(), "sha256", gate.sha256(), "items", gate.items().size()), now);
            }
            keep(article, gate, now);
        });
    }

    private void keep(long article, Gate gate, Instant now) {
        Instant until = gate.until();
        database.createNativeQuery(KEEP)
                .setParameter(1, article)
                .setParameter(2, gate.open())
                .setParameter(3, gate.revision())
                .setParameter(4, now)
                .setParameter(5, until == null ? null : until.toString())
                .executeUpdate();
    }
}
