package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.claimdesk.content.Sha256;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries from before the tree that no bundle of it can hold: the upgrade names them, and the page says what to do. */
@NewsroomTest
class LongEntriesTest {

    private static final String SCHEMA = "long_entries";
    private static final String IDS = IntStream.rangeClosed(1, 14_000)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    private static final String ROWS = """
            insert into person values ('00000000-0000-0000-0000-000000000001', 'anna', 'Anna', now());
            insert into article (id, version, slug, headline, byline, desk, deadline, revision, filed_by, filed_at)
                select 1, 0, 'S', 'H', '', '/desks/city', now(), 1, id, now() from person where username = 'anna';
            insert into revision (article_id, number, text, blocks, digest, filed_by, filed_at)
                select 1, 1, 'Boat', '[]', sha256('Boat'), id, now() from person where username = 'anna';
            insert into entry (id, at, person_id, role, act, article_id, body)
                select n, now(), p.id, 'EDITOR', 'FILE', 1, case n when 7 then '{"act":"SUBMIT","facts":{"evidence":[%s],"ruleMet":true},"v":1}'
                       else '{"facts":{"evidence":[1,2]},"n":' || n || '}' end
                  from person p, generate_series(1, 9) n where p.username = 'anna';"""
            .formatted(IDS);

    @BeforeEach
    @AfterEach
    void away() throws SQLException {
        Sql.run(Sql.owner(), "drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void theUpgradeNamesThemAndGoesOnAsThePageSays() throws SQLException, IOException {
        migrate("12");
        inSchema(ROWS);
        List<String> page = sql();

        assertThatThrownBy(() -> migrate("latest")).isInstanceOf(FlywayException.class)
                .hasMessageContaining("entry 7")
                .hasMessageContaining("docs/operating.md");
        assertThat(Sql.rows(page.get(0).replace("from entry", "from " + SCHEMA + ".entry")))
                .extracting(row -> row.get(0))
                .containsExactly(7L);
        inSchema(page.get(1));
        migrate("latest");

        String lines = IDS.replace(",", "\n") + "\n";
        assertThat(Sql.rows("select body from " + SCHEMA + ".entry where id in (6, 7) order by id"))
                .extracting(row -> row.get(0))
                .containsExactly("{\"facts\":{\"evidence\":[1,2]},\"n\":6}",
                        "{\"act\":\"SUBMIT\",\"facts\":{\"evidenceCount\":14000,\"evidenceSha256\":\"%s\",\"ruleMet\":true},\"v\":1}"
                                .formatted(HexFormat.of()
                                        .formatHex(Sha256.of(lines.getBytes(StandardCharsets.UTF_8)))));
        assertThatThrownBy(() -> inSchema("update entry set body = '{}' where id = 7")).isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    /** What the page of the operator has them run: what finds them, and what shortens them. */
    private static List<String> sql() throws IOException {
        String page = Files.readString(Path.of("docs/operating.md"));
        String upgrading = page.substring(page.indexOf("## Upgrading"));
        return Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(upgrading.substring(0, upgrading.indexOf("\n## ")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static void inSchema(String sql) throws SQLException {
        Sql.run(Sql.owner(), "set search_path = " + SCHEMA + ";" + sql);
    }

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
}
