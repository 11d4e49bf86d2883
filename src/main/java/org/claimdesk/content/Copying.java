package org.claimdesk.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the content of the directory over into the bucket, where the newsroom moves from one to the other. */
@ApplicationScoped
class Copying {

    private final Shelf shelf;
    private final Path directory;

    Copying(Shelf shelf, @ConfigProperty(name = "claimdesk.evidence.directory") Path directory) {
        this.shelf = shelf;
        this.directory = directory;
    }

    /**
     * @param copied  how many were not in the bucket
     * @param there   how many were there already, with the same size
     * @param damaged what is not what its digest says, and was left out; digests in order
     */
    record Copied(int copied, int there, Set<String> damaged) {}

    /**
     * May be ended and run again, and run beside the service. What lies in the directory stays there.
     *
     * @throws IOException where there is no bucket, or either cannot be read or written
     */
    Copied copy() throws IOException {
        if (shelf instanceof DirectoryShelf) {
            throw new IOException("no bucket is set: see CLAIMDESK_S3_BUCKET");
        }
        Shelf from = new DirectoryShelf(directory);
        int copied = 0;
        int there = 0;
        Set<String> damaged = new TreeSet<>();
        for (Map.Entry<String, Long> one : from.all().entrySet()) {
            String digest = one.getKey();
            if (shelf.size(digest).equals(from.size(digest))) {
                there++;
            } else if (Examination.sound(from, digest)) {
                shelf.place(from.file(digest).orElseThrow(), digest, one.getValue());
                copied++;
            } else {
                damaged.add(digest);
            }
        }
        return new Copied(copied, there, damaged);
    }
}
