package org.claimdesk.claim;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.claimdesk.local.NewsroomServers;

/** Much evidence on one claim, without the acts that attach it: they would take a minute. */
public final class ManyPieces {

    private ManyPieces() {}

    /**
     * Has the claim hold this many pieces: what it has, and copies of its only one, which are as old.
     *
     * @param claim with one piece
     */
    public static void on(long claim, int pieces) throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table evidence disable trigger user; alter table claim disable trigger user;");
            statement.execute(
                    """
                            insert into evidence (claim_id, kind, stance, title, locator, note, citation, source_id, rank, attached_by,
                                   attached_at)
                            select claim_id, kind, stance, title || ' ' || n, locator, note, citation, source_id, rank, attached_by,
                                   attached_at
                              from evidence, generate_series(2, %d) n where claim_id = %d"""
                            .formatted(pieces, claim));
            statement.execute("update claim set evidence = %d where id = %d".formatted(pieces, claim));
            statement.execute("alter table evidence enable trigger user; alter table claim enable trigger user;");
            owner.commit();
        }
    }
}
