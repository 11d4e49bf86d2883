package org.claimdesk.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** Tells how independent the evidence of a claim is, and whether that is enough for a desk. */
@ApplicationScoped
public class Origins {

    /** Sources are looked up one by one: joined, they would all be read for a claim or two, twenty thousand of them. */
    private static final String STRANDS = """
            select e.stance, e.source_id, e.origin_id, e.rank, e.withdrawn_at is null as stands,
                   (select discredited_at from source where id = e.source_id) is not null as source_discredited,
                   (select discredited_at from source where id = e.origin_id) is not null as origin_discredited,
                   e.claim_id
              from evidence e where e.claim_id = any(?1)""";
    private static final String LOCK = """
            select id from source where id = any(array(select source_id from evidence where claim_id = any(?1)
             union select origin_id from evidence where claim_id = any(?1))) order by id for share""";

    private final EntityManager database;
    private final Rules rules;

    Origins(EntityManager database, Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** @param desk whose rule it is held against: a path under /desks */
    public Backing of(long claim, String desk) {
        return of(Map.of(claim, desk)).get(claim);
    }

    /** The same for many claims, in one statement. @param desks of the claims, by their ids */
    public Map<Long, Backing> of(Map<Long, String> desks) {
        Map<Long, Strands> strands = new HashMap<>();
        Rows.of(database, STRANDS, (Object) desks.keySet().toArray(Long[]::new))
                .forEach(row -> strands.computeIfAbsent(row.get(7, Long.class), claim -> new Strands()).add(row));
        Map<Long, Backing> backings = new HashMap<>();
        desks.forEach((claim, desk) -> {
            Strands of = strands.getOrDefault(claim, new Strands());
            backings.put(claim, Backing.of(Independence.of(of.all, of.discredited), rules.of(desk)));
        });
        return backings;
    }

    /** The same for an act that leans on it: nobody discredits one of the sources until the transaction ends. */
    public Backing held(long claim, String desk) {
        hold(List.of(claim));
        return of(claim, desk);
    }

    /** Nobody discredits a source of these claims until the transaction ends. Who also locks claims MUST do that first. */
    public void hold(List<Long> claims) {
        Rows.of(database, LOCK, (Object) claims.toArray(Long[]::new));
    }

    /** The evidence of one claim. */
    private static final class Strands {
        private final List<Independence.Strand> all = new ArrayList<>();
        private final Set<Long> discredited = new HashSet<>();

        void add(Tuple row) {
            Long source = row.get(1, Long.class);
            Long origin = row.get(2, Long.class);
            if (row.get(5, Boolean.class)) {
                discredited.add(source);
            }
            if (row.get(6, Boolean.class)) {
                discredited.add(origin);
            }
            all.add(new Independence.Strand(Rows.constant(Stance.class, row, 0), source, origin,
                    Rows.constant(Rank.class, row, 3), row.get(4, Boolean.class)));
        }
    }
}
