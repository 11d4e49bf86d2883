package org.claimdesk.content;

import java.io.IOException;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether content can be kept and read, and there is room for the largest file. It is no condition of being ready: while
 * the store is away or full, claims are read, disputed and verified as ever.
 */
@Wellness
class StoreCheck implements HealthCheck {

    private final Shelf shelf;
    private final Incoming incoming;
    private final ContentStore store;

    StoreCheck(Shelf shelf, Incoming incoming, ContentStore store) {
        this.shelf = shelf;
        this.incoming = incoming;
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Store of files");
        try {
            shelf.check();
            long room = incoming.room();
            // An upload is there twice while it is being kept.
            return answer.withData("free-bytes", room).status(room > 2 * store.most()).build();
        } catch (IOException away) {
            return answer.withData("reason", away.getMessage()).down().build();
        }
    }
}
