package org.claimdesk.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.people.Name;
import org.claimdesk.sql.Rows;

/** Which claims say the same: those that a person linked, and those linked to them. */
@ApplicationScoped
public class SameClaims {

    private static final String GROUP = """
            with recursive linked (id) as (
                select cast(?1 as bigint)
                union
                select case when m.claim_id = l.id then m.other_id else m.claim_id end
                  from linked l join claim_match m on l.id in (m.claim_id, m.other_id) and m.same and m.ended_at is null)
            """;
    private static final String MEMBERS = GROUP + """
            select c.id, c.article_id, p.id, p.name, m.decided_at
              from linked l join claim c on c.id = l.id
              left join claim_match m on m.claim_id = least(c.id, ?1) and m.other_id = greatest(c.id, ?1)
                   and m.same and m.ended_at is null
              left join person p on p.id = m.decided_by
             where c.id <> ?1 order by c.id""";
    private static final String ANSWERED = GROUP + """
            select id from linked
            union
            select case when claim_id = ?1 then other_id else claim_id end from claim_match
             where ?1 in (claim_id, other_id) and ended_at is null""";

    private final EntityManager database;
    private final ClaimReading claims;

    SameClaims(EntityManager database, ClaimReading claims) {
        this.database = database;
        this.claims = claims;
    }

    /** A claim and the article it is in. */
    public record Same(long claim, long article) {}

    /**
     * A claim that says the same.
     *
     * @param by who linked the two; null where they are linked through others
     */
    public record Linked(ClaimLine claim, Name by, Instant at) {
        public boolean directly() {
            return by != null;
        }

        /** The name of the form that unlinks it. */
        public String form() {
            return "unlink-" + claim.id();
        }
    }

    /** The other claims that say the same as this one, dropped ones too, in the order of their ids. */
    public List<Same> sameClaims(long claim) {
        return Rows.of(database, MEMBERS, claim)
                .stream()
                .map(row -> new Same(row.get(0, Long.class), row.get(1, Long.class)))
                .toList();
    }

    /** The same with all that a list shows of them. */
    public List<Linked> linked(long claim) {
        List<Tuple> rows = Rows.of(database, MEMBERS, claim);
        Long[] ids = rows.stream().map(row -> row.get(0, Long.class)).toArray(Long[]::new);
        Map<Long, ClaimLine> lines = claims.lines(" where c.id = any(?1)", (Object) ids)
                .stream()
                .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
        List<Linked> linked = new ArrayList<>();
        for (Tuple row : rows) {
            linked.add(new Linked(lines.get(row.get(0, Long.class)),
                    Name.of(row.get(2, UUID.class), row.get(3, String.class)), row.get(4, Instant.class)));
        }
        return linked;
    }

    /** The claim itself, those linked to it, and those of which somebody said that they are others. */
    List<Long> answered(long claim) {
        return Rows.of(database, ANSWERED, claim).stream().map(row -> row.get(0, Long.class)).toList();
    }
}
