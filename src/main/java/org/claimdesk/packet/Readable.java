package org.claimdesk.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.capture.CaptureLine;
import org.hibernate.Session;

/** The readable texts of evidence, one statement for all of a page and one text in memory. */
final class Readable {

    private static final String TEXTS = """
            select 'capture ' || t.capture_id, t.text from capture_text t where t.capture_id = any(?)
            union all select 'file ' || encode(f.digest, 'hex'), f.text from file_text f
             where f.digest in (select decode(d, 'hex') from unnest(?) d)""";

    private final EntityManager database;

    Readable(EntityManager database) {
        this.database = database;
    }

    /** What is done with each. */
    interface Reader {
        void read(String of, String text) throws IOException;
    }

    static String capture(long id) {
        return "capture " + id;
    }

    static String file(String digest) {
        return "file " + digest;
    }

    void each(List<Exhibit> pieces, Reader reader) throws IOException {
        Long[] captures = pieces.stream()
                .flatMap(piece -> piece.captures().stream())
                .filter(CaptureLine::kept)
                .map(CaptureLine::id)
                .toArray(Long[]::new);
        String[] files = pieces.stream()
                .flatMap(piece -> Stream.of(piece.digest(), piece.preview() == null ? null : piece.preview().digest()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        if (captures.length + files.length > 0) {
            try {
                database.unwrap(Session.class).doWork(connection -> each(connection, captures, files, reader));
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }
    }

    private static void each(Connection connection, Long[] captures, String[] files, Reader reader)
            throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(TEXTS)) {
            asked.setFetchSize(1);
            asked.setArray(1, connection.createArrayOf("bigint", captures));
            asked.setArray(2, connection.createArrayOf("text", files));
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    reader.read(row.getString(1), row.getString(2));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
