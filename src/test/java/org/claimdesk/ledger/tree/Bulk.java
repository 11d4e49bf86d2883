package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Many entries at once, written past the use cases, each as its body says. */
public final class Bulk {

    private static final String WRITE = """
            insert into entry (at, person_id, role, act, article_id, body)
            select '2026-01-02T03:04:05Z', p.id, 'EDITOR', 'BULK', a.id,
                   '{"act":"BULK","article":' || a.id || ',"at":"2026-01-02T03:04:05Z","facts":{"n":' || n
                       || '},"person":"' || p.id || '","role":"EDITOR","v":1}'
              from generate_series(1, ?) n, (select id from article order by id limit 1) a,
                   (select filed_by as id from article order by id limit 1) p
            returning id""";

    private Bulk() {}

    /** Not committed. @return their ids */
    public static List<Long> write(Connection connection, int many) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement written = connection.prepareStatement(WRITE)) {
            written.setInt(1, many);
            try (ResultSet rows = written.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }
}
