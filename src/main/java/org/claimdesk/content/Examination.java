package org.claimdesk.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes through the whole store and the records of it: what is missing, damaged, or named by nothing. */
@ApplicationScoped
public class Examination {

    private final ContentStore store;
    private final List<References> references;

    Examination(ContentStore store, @All List<References> references) {
        this.store = store;
        this.references = references;
    }

    /**
     * What was found; digests in order.
     *
     * @param sound    how many are there, and are what their digest says
     * @param missing  of which there is a record and no content
     * @param damaged  whose content is not what their digest says
     * @param orphaned content of which there is no record: an act that failed after its file was kept leaves one
     */
    public record Found(int sound, Set<String> missing, Set<String> damaged, Set<String> orphaned) {
        public boolean well() {
            return missing.isEmpty() && damaged.isEmpty();
        }
    }

    /** Reads every file of the store once. Files are only ever added, so it may run beside the service. */
    public Found examine() throws IOException {
        // The directory first: what is kept and named while this runs is then no orphan.
        Set<String> there = store.digests();
        Set<String> named = QuarkusTransaction.requiringNew().call(this::named);
        Set<String> missing = new TreeSet<>(named);
        missing.removeIf(digest -> there.contains(digest) || store.find(digest).isPresent());
        Set<String> damaged = new TreeSet<>();
        for (String digest : there) {
            Path file = store.find(digest).orElseThrow(() -> new IOException("content " + digest + " has gone"));
            if (!ContentStore.digest(file).equals(digest)) {
                damaged.add(digest);
            }
        }
        Set<String> orphaned = new TreeSet<>(there);
        orphaned.removeAll(named);
        return new Found(there.size() - damaged.size(), missing, damaged, orphaned);
    }

    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        references.forEach(reference -> named.addAll(reference.digests()));
        return named;
    }
}
