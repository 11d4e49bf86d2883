package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What the triggers would have refused, asked of the whole database at once: each question counts what is wrong. */
final class Soundness {

    private static final Map<String, String> QUESTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("claims without the entry of their version", """
                    select count(*) from claim c where not exists (select from entry e where e.claim_id = c.id
                       and e.claim_version = c.version and e.to_state = c.state)"""),
            Map.entry("claims with fewer entries than versions",
                    """
                            select count(*) from claim c join (select claim_id, count(*) as n from entry where claim_id is not null
                               group by claim_id) e on e.claim_id = c.id where e.n <> c.version + 1"""),
            Map.entry("changes that the table does not know",
                    """
                            select count(*) from entry e where e.claim_version > 0 and not exists (select from claim_transition t
                               where t.from_state = e.from_state and t.action = e.act and t.to_state = e.to_state)"""),
            Map.entry("claims that do not stand where they are placed",
                    """
                            select count(*) from claim c join revision r on r.article_id = c.article_id and r.number = c.revision
                              left join placement p on p.claim_id = c.id
                             where p.exact is distinct from c.exact or substr(r.text, c.start_at + 1, c.end_at - c.start_at) <> c.exact"""),
            Map.entry("claims that count their evidence wrongly", """
                    select count(*) from claim c left join (select claim_id, count(*) as n from evidence
                       where withdrawn_at is null group by claim_id) e on e.claim_id = c.id
                     where c.evidence <> coalesce(e.n, 0)"""),
            Map.entry("evidence by somebody who did not source", """
                    select count(*) from evidence e where not exists (select from sourcing s
                       where s.claim_id = e.claim_id and s.person_id = e.attached_by)"""),
            Map.entry("verdicts by somebody who sourced or wrote",
                    """
                            select count(*) from verdict v join claim c on c.id = v.claim_id
                             where exists (select from sourcing s where s.claim_id = v.claim_id and s.person_id = v.given_by)
                                or exists (select from article_author w where w.article_id = c.article_id and w.person_id = v.given_by)"""),
            Map.entry("verdicts on evidence of another claim", """
                    select count(*) from verdict v where (select count(*) from evidence e where e.id = any (v.evidence)
                       and e.claim_id = v.claim_id) <> cardinality(v.evidence)"""),
            Map.entry("captures without their acts",
                    """
                            select count(*) from capture k where not exists (select from entry e where e.id = k.asked_entry and e.act = 'ATTACH')
                                or not exists (select from entry e where e.id = k.entry_id and e.act = 'CAPTURE')"""),
            Map.entry("releases of what does not stand",
                    """
                            select count(*) from (select r.* from release r order by r.id desc limit 2000) r join gate_pin p on p.article_id = r.article_id
                             where p.digest <> r.digest or p.claims <> r.claims"""),
            Map.entry("releases through a closed gate", """
                    select count(*) from (select article_id from release order by id desc limit 2000) r
                      join lateral (select from gate_item i where i.article_id = r.article_id limit 1) i on true"""),
            Map.entry("leaves with another hash than their entry's", """
                    select count(*) from leaf l join entry e on e.id = l.entry_id
                     where l.idx % 50 = 0 and l.hash <> sha256('\\x00'::bytea || convert_to(e.body, 'UTF8'))"""),
            Map.entry("entries neither in the tree nor waiting", """
                    select count(*) from entry e where not exists (select from leaf l where l.entry_id = e.id)
                       and not exists (select from unsequenced u where u.entry_id = e.id)"""),
            Map.entry("foreign keys: evidence of no source",
                    """
                            select count(*) from evidence e where not exists (select from source s where s.id = e.source_id)"""),
            Map.entry("foreign keys: people that nobody knows", """
                    select count(*) from entry e where not exists (select from person p where p.id = e.person_id)""")));

    private final Connection database;

    Soundness(Connection database) {
        this.database = database;
    }

    /** @throws IllegalStateException with the first thing that is wrong */
    void check() throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                try (ResultSet row = statement.executeQuery(question.getValue())) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        throw new IllegalStateException(row.getLong(1) + " " + question.getKey());
                    }
                }
            }
        }
    }
}
