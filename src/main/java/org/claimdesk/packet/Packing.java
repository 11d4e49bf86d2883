package org.claimdesk.packet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import org.claimdesk.ledger.Blind;
import org.claimdesk.ledger.tree.Checkpoints;
import org.claimdesk.ledger.tree.Excerpts;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Note;

/**
 * Puts the record of an article into one file, as one moment of the database has it. No more than a page of claims or
 * entries is in memory.
 */
@ApplicationScoped
class Packing {

    static final String ZIP = "application/zip";
    static final int ENTRIES = 100;
    private static final int LONGEST_SECONDS = 900;
    private static final String NUMBERS = "select number from revision where article_id = ?1 order by number";
    private static final String TEXT = "select text from revision where article_id = ?1 and number = ?2";

    private final EntityManager database;
    private final Excerpts excerpts;
    private final EntryFiles entries;
    private final ClaimFiles claims;
    private final ObjectMapper json;
    private final Blind blind;

    Packing(EntityManager database, Excerpts excerpts, EntryFiles entries, ClaimFiles claims, ObjectMapper json,
            Blind blind) {
        this.blind = blind;
        this.database = database;
        this.excerpts = excerpts;
        this.entries = entries;
        this.claims = claims;
        this.json = json;
    }

    /**
     * The packet, whole before its first byte is read: whoever gets half of one has lost the connection, not met an error.
     * The file it lies in is gone once it is closed.
     *
     * @throws Problem forbidden to who audits a verdict of it blind; absent where there is no such article; unavailable while its newest entries wait for their index
     */
    InputStream of(long article) {
        blind.hidden().requireOpen(article);
        Path file = null;
        try {
            file = Files.createTempFile("packet-", ".zip");
            Path target = file;
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> write(article, target));
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException full) {
            remove(file);
            throw new UncheckedIOException(full);
        } catch (RuntimeException failed) {
            remove(file);
            throw failed;
        }
    }

    /** To be saved under the name of the article. */
    static Response answer(InputStream packet, long article) {
        return Response.ok(packet, ZIP)
                .header("Content-Disposition", "attachment; filename=\"packet-article-" + article + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private void write(long article, Path target) {
        database.createNativeQuery("set transaction isolation level repeatable read read only").executeUpdate();
        database.createNativeQuery("set local time zone 'UTC'").executeUpdate();
        List<Integer> revisions = Rows.of(database, NUMBERS, article)
                .stream()
                .map(row -> row.get(0, Integer.class))
                .toList();
        if (revisions.isEmpty()) {
            throw Problem.absent("There is no article " + article + ".");
        }
        Excerpts.Head head = excerpts.head(article);
        try (PacketZip zip = new PacketZip(new BufferedOutputStream(Files.newOutputStream(target)), json)) {
            zip.put("checkpoint", head.checkpoint().note().getBytes(StandardCharsets.UTF_8));
            zip.put("keys.json", keys(head.keys()));
            Discretion discretion = Discretion.of(database, article);
            entries(zip, article, head.checkpoint().size(), discretion);
            for (int number : revisions) {
                String text = Rows.text(Rows.of(database, TEXT, article, number).get(0), 0);
                zip.put("revisions/" + number + ".txt", text.getBytes(StandardCharsets.UTF_8));
            }
            claims(zip, article, discretion);
            zip.manifest(article, Checkpoint.parse(Note.parse(head.checkpoint().note())).origin(),
                    head.checkpoint().size());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void entries(PacketZip zip, long article, long size, Discretion discretion) throws IOException {
        long last = 0;
        int number = 0;
        List<Excerpts.Proved> page;
        do {
            page = excerpts.ofArticle(article, last, ENTRIES, size);
            if (!page.isEmpty()) {
                number++;
                zip.put("entries/" + number + ".jsonl", entries.lines(page, discretion));
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == ENTRIES);
    }

    private void claims(PacketZip zip, long article, Discretion discretion) throws IOException {
        long last = 0;
        List<ObjectNode> page;
        do {
            page = claims.after(article, last, discretion);
            for (ObjectNode claim : page) {
                last = claim.path("id").asLong();
                zip.put("claims/" + last + ".json", claim);
            }
        } while (page.size() == ClaimFiles.PAGE);
    }

    private ArrayNode keys(List<Checkpoints.Key> keys) {
        ArrayNode listed = json.createArrayNode();
        keys.forEach(key -> listed.addObject()
                .put("vkey", key.vkey())
                .put("sinceSize", key.sinceSize())
                .put("handover", key.handover()));
        return listed;
    }
}
