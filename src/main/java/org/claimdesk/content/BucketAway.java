package org.claimdesk.content;

import java.io.IOException;

/** The S3-compatible storage is not reached, or refuses. */
final class BucketAway extends IOException {

    BucketAway(String said, Throwable cause) {
        super(said, cause);
    }
}
