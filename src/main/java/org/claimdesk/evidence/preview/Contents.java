package org.claimdesk.evidence.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.Sha256;
import org.claimdesk.evidence.capture.Payload;
import org.claimdesk.sql.Rows;

/** Finds content by its digest: a file that was attached, or what a site sent, in the WARC of its capture. */
@ApplicationScoped
class Contents {

    private static final String WARC = """
            select encode(warc_digest, 'hex') from capture
             where content_digest = decode(?1, 'hex') and state = 'DONE' order by id limit 1""";

    private final ContentStore store;
    private final EntityManager database;

    Contents(ContentStore store, EntityManager database) {
        this.store = store;
        this.database = database;
    }

    /**
     * Writes content to a file of the caller's, and sees that it is what its digest says.
     *
     * @throws IOException where it is missing or damaged
     */
    void copy(String digest, Path into) throws IOException {
        Optional<String> warc = QuarkusTransaction.requiringNew()
                .call(() -> Rows.of(database, WARC, digest).stream().findFirst().map(row -> Rows.text(row, 0)));
        Optional<Path> file = store.find(digest);
        if (file.isPresent()) {
            Files.copy(file.get(), into);
        } else if (warc.isPresent()) {
            Payload.unpack(store.find(warc.get()).orElseThrow(() -> new IOException("the WARC is missing")), into);
        } else {
            throw new IOException("the content is missing");
        }
        MessageDigest sha256 = Sha256.begun();
        try (InputStream in = new DigestInputStream(Files.newInputStream(into), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(digest)) {
            throw new IOException("the content is damaged");
        }
    }
}
