package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The service's self-check beside the service, at a moment that a test chooses. */
public final class Soundness {

    private Soundness() {}

    /** @return what is wrong */
    public static List<String> findings(Connection connection) throws SQLException {
        ObjectMapper json = new ObjectMapper();
        return new SelfCheck(null, new EntryRow.Judge(json), json).check(connection).findings();
    }
}
