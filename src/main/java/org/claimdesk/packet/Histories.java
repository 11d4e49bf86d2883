package org.claimdesk.packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Acts;
import org.claimdesk.packet.copy.Leaf;
import org.claimdesk.sql.Rows;

/** What happened to claims, in words: without what was done with a piece that may not be told of. */
final class Histories {

    private static final String SQL = """
            select e.claim_id, to_char(e.at, 'YYYY-MM-DD HH24:MI "UTC"'), e.act, p.name, e.role,
                   case when e.act in ('ATTACH', 'WITHDRAW') then cast(e.body::json -> 'facts' ->> 'evidence' as bigint) end
              from entry e join person p on p.id = e.person_id
             where e.claim_id = any(?1) order by e.claim_id, e.claim_version""";

    private Histories() {}

    /** By the id of the claim, what came first first. */
    static Map<Long, List<Leaf.Happening>> of(EntityManager database, Long[] claims, Discretion discretion) {
        Map<Long, List<Leaf.Happening>> histories = new HashMap<>();
        for (Tuple row : Rows.of(database, SQL, (Object) claims)) {
            Long piece = row.get(5, Long.class);
            if (piece == null || !discretion.silences(piece)) {
                String who = Rows.text(row, 3);
                histories.computeIfAbsent(row.get(0, Long.class), claim -> new ArrayList<>())
                        .add(new Leaf.Happening(Rows.text(row, 1), Acts.past(Rows.text(row, 2)),
                                discretion.names(who) ? null : who, Rows.text(row, 4).toLowerCase(Locale.ROOT)));
            }
        }
        return histories;
    }
}
