package org.claimdesk.content;

import java.nio.file.Path;
import java.time.Clock;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Chooses by configuration where content stands. */
@ApplicationScoped
class Shelves {

    private static final Logger LOG = Logger.getLogger(Shelves.class);

    @Produces
    @Singleton
    Shelf shelf(BucketSettings settings, Incoming incoming, Clock clock,
            @ConfigProperty(name = "claimdesk.evidence.directory") Path directory) {
        settings.validate();
        return settings.bucket()
                .<Shelf>map(bucket -> new BucketShelf(Bucket.client(settings), bucket, incoming, clock))
                .orElseGet(() -> new DirectoryShelf(directory));
    }

    /** At the start, so that a setting that is missing is noticed then. */
    void start(@Observes StartupEvent start, Shelf shelf, BucketSettings settings) {
        LOG.infof("Content is kept in %s", settings.bucket().map(name -> "the bucket " + name).orElse("a directory"));
    }

    void end(@Disposes Shelf shelf) {
        shelf.close();
    }
}
