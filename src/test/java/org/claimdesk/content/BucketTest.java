package org.claimdesk.content;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.extension.ExtendWith;

/** Content in a bucket of a server that speaks S3. */
@ExtendWith(S3Server.Shared.class)
class BucketTest extends ContentStoreContract {

    private final S3Server server;

    BucketTest(S3Server server) {
        this.server = server;
    }

    @Override
    Shelf shelf(Path evidence, Incoming incoming) {
        String bucket = server.bucket();
        return new BucketShelf(Bucket.client(server.settings(bucket)), bucket, incoming, Clock.systemUTC());
    }
}
