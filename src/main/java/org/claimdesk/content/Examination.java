package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes through the whole store and the records of it: what is missing, damaged, or named by nothing. */
@ApplicationScoped
public class Examination {

    private final Shelf shelf;
    private final List<References> references;

    Examination(Shelf shelf, @All List<References> references) {
        this.shelf = shelf;
        this.references = references;
    }

    /**
     * What was found; digests in order.
     *
     * @param sound    how many are there, and are what their digest says as far as they were read
     * @param missing  of which there is a record and no content
     * @param damaged  whose content is not what their digest says
     * @param orphaned content of which there is no record: an act that failed after its file was kept leaves one
     */
    public record Found(int sound, Set<String> missing, Set<String> damaged, Set<String> orphaned) {
        public boolean well() {
            return missing.isEmpty() && damaged.isEmpty();
        }
    }

    /**
     * Content is only ever added, so this may run beside the service.
     *
     * @param reading whether all content is read; else nothing is found to be damaged
     * @throws IOException where the store cannot be read
     */
    public Found examine(boolean reading) throws IOException {
        // The store first: what is kept and named while this runs is then no orphan.
        Set<String> there = shelf.all().keySet();
        Set<String> named = QuarkusTransaction.requiringNew().call(this::named);
        Set<String> missing = new TreeSet<>();
        for (String digest : named) {
            if (!there.contains(digest) && shelf.size(digest).isEmpty()) {
                missing.add(digest);
            }
        }
        Set<String> damaged = new TreeSet<>();
        for (String digest : reading ? there : Set.<String>of()) {
            if (!sound(shelf, digest)) {
                damaged.add(digest);
            }
        }
        Set<String> orphaned = new TreeSet<>(there);
        orphaned.removeAll(named);
        return new Found(there.size() - damaged.size(), missing, damaged, orphaned);
    }

    /** Reads it to its end. @return whether it is what its digest says */
    static boolean sound(Shelf shelf, String digest) throws IOException {
        try (InputStream content = new Verified(
                shelf.open(digest).orElseThrow(() -> new IOException("content " + digest + " has gone")), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (Damaged damaged) {
            return false;
        }
    }

    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        references.forEach(reference -> named.addAll(reference.digests()));
        return named;
    }
}
