package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import org.claimdesk.local.KeptServers;

/** Fills a database with the archive of a newsroom, past the triggers, and checks that it is as they would have left it. */
final class Fill {

    /** As org.claimdesk.matching calls the model it has; vectors of another would be made anew. */
    static final String MODEL = "all-minilm-l6-v2-q";
    /** Changes whenever what is written changes: a database of another one is filled again. */
    private static final int EDITION = 5;
    private static final String INDICES = """
            select indexdef, indexrelid::regclass::text from pg_index x join pg_indexes i
                on i.indexname = x.indexrelid::regclass::text and i.schemaname = 'public'
             where x.indrelid = any (array['claim', 'sourcing', 'evidence', 'verdict', 'dispute', 'placement', 'capture', 'watch',
                   'entry', 'leaf', 'sentence', 'claim_wording', 'article', 'revision', 'release', 'publication',
                   'index_card']::regclass[])
               and not exists (select from pg_constraint c where c.conindid = x.indexrelid)""";
    private static final String SEQUENCES = """
            select s.relname, d.refobjid::regclass::text, a.attname from pg_class s
              join pg_depend d on d.objid = (select ad.oid from pg_attrdef ad join pg_depend p on p.objid = ad.oid
                       and p.refobjid = s.oid limit 1)
               and d.refobjsubid > 0
              join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
             where s.relkind = 'S'""";

    private final KeptServers servers;
    private final String database;
    private final int claims;

    Fill(KeptServers servers, String database, int claims) {
        this.servers = servers;
        this.database = database;
        this.claims = claims;
    }

    /** Makes the database, or leaves the one that is there and is the same. @return how long it took; zero where it was there */
    Duration run(Map<String, UUID> people) throws SQLException {
        String wanted = "%d claims, edition %d, schema %s".formatted(claims, EDITION, schema());
        if (wanted.equals(there())) {
            return Duration.ZERO;
        }
        long begun = System.nanoTime();
        servers.create(database);
        try (Connection superuser = servers.superuser(database); Statement statement = superuser.createStatement()) {
            List<String> indices = dropIndices(statement);
            SplittableRandom random = new SplittableRandom(claims);
            try (Copying tables = new Copying(() -> servers.superuser(database))) {
                new Archive(tables, new Annals(tables, random), new Staff(people, random), random, Instant.now(),
                        claims / Story.CLAIMS)
                        .write();
            }
            say("rows written", begun);
            statement.execute("set maintenance_work_mem = '1GB'");
            statement.execute("set session_replication_role = replica");
            for (String kind : List.of("claim", "evidence", "article")) {
                statement.execute("insert into index_card select * from " + kind + "_card");
            }
            say("cards of the search written", begun);
            for (String index : indices) {
                statement.execute(index);
            }
            say("indices built", begun);
            statement.execute("insert into word select word, ndoc from ts_stat('select words from claim_wording')");
            statement.execute("insert into word select '', count(*) from claim_wording");
            statement.execute("update gate_followed set last_idx = (select coalesce(max(idx), -1) from leaf)");
            sequences(statement);
            statement.execute("vacuum (analyze, freeze)");
            say("counted and analyzed", begun);
            new Soundness(superuser).check();
            say("checked", begun);
            statement.execute("comment on database %s is '%s'".formatted(database, wanted));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void say(String what, long begun) {
        System.out.printf("  %s: %s after %d s%n", database, what, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private String there() throws SQLException {
        try (Connection superuser = servers.superuser("postgres");
                ResultSet row = superuser.createStatement()
                        .executeQuery("select shobj_description(oid, 'pg_database') from pg_database where datname = '"
                                + database + "'")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Which migrations there are, told by their names and contents. */
    private static String schema() {
        return Migrations.digest();
    }

    private static List<String> dropIndices(Statement statement) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(INDICES)) {
            while (rows.next()) {
                made.add(rows.getString(1));
                names.add(rows.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return made;
    }

    /** What comes next follows on what is there. */
    private static void sequences(Statement statement) throws SQLException {
        List<String> set = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                set.add("select setval('%s', (select coalesce(max(%s), 0) + 1 from %s), false)"
                        .formatted(rows.getString(1), rows.getString(3), rows.getString(2)));
            }
        }
        for (String one : set) {
            statement.execute(one);
        }
    }
}
