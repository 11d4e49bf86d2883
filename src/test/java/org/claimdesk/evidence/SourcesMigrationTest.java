package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence from before there were sources gets the ones it would get today. In a schema of its own. */
@NewsroomTest
class SourcesMigrationTest {

    private static final String SCHEMA = "before_sources";
    private static final String ROWS = """
            alter table claim disable trigger user;
            alter table evidence disable trigger user;
            insert into person values ('00000000-0000-0000-0000-000000000001', 'anna', 'Anna', now());
            insert into article (id, version, slug, headline, byline, desk, deadline, revision, filed_by, filed_at)
                select 1, 0, 'S', 'H', '', '/desks/city', now(), 1, id, now() from person;
            insert into revision (article_id, number, text, blocks, digest, filed_by, filed_at)
                select 1, 1, 'Boat', '[]', sha256('Boat'), id, now() from person;
            insert into claim (id, version, article_id, revision, exact, prefix, suffix, start_at, end_at, placement, state, risk,
                   desk, deadline, evidence, marked_by, marked_at, changed_at)
                select 1, 0, 1, 1, 'Boat', '', '', 0, 4, 'PLACED', 'ASSIGNED', 'NORMAL', '/desks/city', now(), 7, id, now(), now()
                  from person;
            insert into evidence (id, claim_id, kind, stance, title, locator, note, address, interviewee, channel, held_at,
                   attribution, citation, attached_by, attached_at)
                select e.id, 1, kind, 'SUPPORTS', 'x', '', '', address, who, case kind when 'INTERVIEW' then 'PHONE' end,
                       case kind when 'INTERVIEW' then now() end, case kind when 'INTERVIEW' then 'BACKGROUND' end, citation,
                       p.id, now()
                  from person p, (values (1, 'LINK', 'https://www.Harbor.example:8443/log', null, null),
                       (2, 'LINK', 'http://HARBOR.example', null, null), (3, 'LINK', 'https://me@city.example/?a@b', null, null),
                       (4, 'INTERVIEW', null, 'Ines Aranda', null), (5, 'INTERVIEW', null, 'INES ARANDA', null),
                       (6, 'REFERENCE', null, null, 'A book'), (7, 'INTERVIEW', null, 'harbor.example', null))
                       as e (id, kind, address, who, citation);
            set constraints all immediate;
            alter table claim enable trigger user;
            alter table evidence enable trigger user;""";

    @BeforeEach
    @AfterEach
    void away() throws SQLException {
        run("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void linksGetTheirSitesAndInterviewsTheirPeople() throws SQLException {
        migrate("5");
        run("set search_path = " + SCHEMA + ";" + ROWS);
        migrate("latest");

        Map<Long, String> sources = new TreeMap<>();
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select e.id, coalesce(s.name, '') from " + SCHEMA
                        + ".evidence e left join " + SCHEMA + ".source s on s.id = e.source_id")) {
            while (rows.next()) {
                sources.put(rows.getLong(1), rows.getString(2));
            }
        }
        assertThat(sources).isEqualTo(Map.of(1L, "harbor.example", 2L, "harbor.example", 3L, "city.example", 4L,
                "Ines Aranda", 5L, "Ines Aranda", 6L, "", 7L, "harbor.example"));
    }

    /** With another role in place of the service's, whose rights in the schema of the other tests stay as they are. */
    private static void migrate(String target) {
        Map<String, String> environment = NewsroomServers.running().environment();
        Flyway.configure()
                .dataSource(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_OWNER"),
                        environment.get("CLAIMDESK_DB_OWNER_PASSWORD"))
                .schemas(SCHEMA)
                .placeholders(Map.of("service", "keycloak"))
                .target(target)
                .load()
                .migrate();
    }

    private static void run(String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }

    private static Connection owner() throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_OWNER"),
                environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
    }
}
