package org.claimdesk.packet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.content.ContentStore;
import org.claimdesk.export.Newsroom;
import org.claimdesk.ledger.tree.Checkpoints;
import org.claimdesk.ledger.tree.Excerpts;
import org.claimdesk.packet.copy.Leaf;
import org.claimdesk.packet.copy.Standing;
import org.claimdesk.sql.Rows;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Note;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the record of an article into one file. No more than a page of claims or entries is in memory. */
@ApplicationScoped
class PacketWriting {

    static final int ENTRIES = 100;
    private static final String NUMBERS = "select number from revision where article_id = ?1 order by number";
    private static final String TEXT = "select text from revision where article_id = ?1 and number = ?2";

    private final EntityManager database;
    private final Excerpts excerpts;
    private final Closing closing;
    private final EntryFiles entries;
    private final ClaimFiles claims;
    private final ContentStore store;
    private final ObjectMapper json;
    private final Newsroom newsroom;

    PacketWriting(EntityManager database, Excerpts excerpts, Closing closing, EntryFiles entries, ClaimFiles claims,
            ContentStore store, ObjectMapper json, @ConfigProperty(name = "claimdesk.newsroom.name") String name,
            @ConfigProperty(name = "claimdesk.newsroom.address") Optional<String> address) {
        this.database = database;
        this.excerpts = excerpts;
        this.closing = closing;
        this.entries = entries;
        this.claims = claims;
        this.store = store;
        this.json = json;
        this.newsroom = new Newsroom(name, address.orElse(null));
    }

    /** MUST be called in a transaction of its own. @return false where the article has to be closed anew; nothing is written then */
    boolean write(long article, boolean content, Path target) {
        database.createNativeQuery("set transaction isolation level repeatable read read only").executeUpdate();
        database.createNativeQuery("set local time zone 'UTC'").executeUpdate();
        if (!closing.closed(article)) {
            return false;
        }
        Excerpts.Head head = excerpts.head(article);
        long size = head.checkpoint().size();
        try (PacketZip zip = new PacketZip(new BufferedOutputStream(Files.newOutputStream(target)), json)) {
            zip.put("checkpoint", head.checkpoint().note().getBytes(StandardCharsets.UTF_8));
            zip.put("keys.json", keys(head.keys(), size));
            Discretion discretion = Discretion.of(database, article);
            entries(zip, "entries/", discretion, after -> excerpts.ofArticle(article, after, ENTRIES, size));
            entries(zip, "around/", discretion, after -> excerpts.aroundArticle(article, after, ENTRIES, size));
            for (int number : revisions(article)) {
                String text = Rows.text(Rows.of(database, TEXT, article, number).get(0), 0);
                zip.put("revisions/" + number + ".txt", text.getBytes(StandardCharsets.UTF_8));
            }
            ObjectNode standards = StandardsFile.of(database, json, article, discretion);
            zip.put(StandardsFile.NAME, standards);
            String origin = Checkpoint.parse(Note.parse(head.checkpoint().note())).origin();
            Enclosing enclosing = new Enclosing(content, store, new Readable(database), discretion, zip, json);
            Lineup lineup = Lineup.of(database, json, article);
            List<String> facts = facts(lineup, discretion);
            facts.addAll(StandardsFile.lines(standards));
            facts.add("Ledger " + origin + ", " + size + " entries");
            claims(zip, lineup, discretion, enclosing, facts);
            zip.manifest(article, origin, size);
            return true;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private List<Integer> revisions(long article) {
        return Rows.of(database, NUMBERS, article).stream().map(row -> row.get(0, Integer.class)).toList();
    }

    private interface Pages {
        List<Excerpts.Proved> after(long id);
    }

    private void entries(PacketZip zip, String folder, Discretion discretion, Pages pages) throws IOException {
        long last = 0;
        int number = 0;
        List<Excerpts.Proved> page;
        do {
            page = pages.after(last);
            if (!page.isEmpty()) {
                number++;
                zip.put(folder + number + ".jsonl", entries.lines(page, discretion));
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == ENTRIES);
    }

    private void claims(PacketZip zip, Lineup lineup, Discretion discretion, Enclosing enclosing,
            List<String> facts) throws IOException {
        List<Standing> all = lineup.claims();
        try (Copies copies = Copies.begun(lineup, facts, newsroom)) {
            for (int from = 0; from < all.size(); from += ClaimFiles.PAGE) {
                List<Standing> page = all.subList(from, Math.min(from + ClaimFiles.PAGE, all.size()));
                Long[] ids = page.stream().map(Standing::id).toArray(Long[]::new);
                Map<Long, List<Leaf.Happening>> histories = Histories.of(database, ids, discretion);
                Map<Long, ObjectNode> files = claims.of(ids, discretion, enclosing);
                for (Standing claim : page) {
                    ObjectNode file = files.get(claim.id());
                    zip.put("claims/" + claim.id() + ".json", file);
                    copies.claim(claim, file, histories.getOrDefault(claim.id(), List.of()));
                }
            }
            copies.into(zip);
        }
    }

    private static List<String> facts(Lineup lineup, Discretion discretion) {
        List<String> facts = new ArrayList<>();
        Stream.of(lineup.byline())
                .filter(byline -> !byline.isBlank() && !discretion.names(byline))
                .forEach(facts::add);
        facts.add("Article " + lineup.article() + ", revision " + lineup.revision() + ", filed "
                + (discretion.names(lineup.filedBy()) ? "" : "by " + lineup.filedBy() + ", ") + lineup.filedAt());
        facts.add(lineup.claims().size() + " claims, " + lineup.inText().size() + " of them in the text that stands");
        return facts;
    }

    /** Those in the tree of the checkpoint: a key that was handed over since has not signed it. */
    private ArrayNode keys(List<Checkpoints.Key> keys, long size) {
        ArrayNode listed = json.createArrayNode();
        keys.stream()
                .filter(key -> key.sinceSize() <= size)
                .forEach(key -> listed.addObject()
                        .put("vkey", key.vkey())
                        .put("handover", key.handover()));
        return listed;
    }
}
