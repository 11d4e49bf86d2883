package org.claimdesk.evidence.preview;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks at content at a time of the test's own. */
@ApplicationScoped
public class Onlooker {

    private final Looks looks;
    private final Looking looking;
    private final Pictures pictures;

    Onlooker(Looks looks, Looking looking, Pictures pictures) {
        this.looks = looks;
        this.looking = looking;
        this.pictures = pictures;
    }

    /** Looks at all that waits. */
    public void looks() {
        LookWorker worker = ahead(Duration.ofSeconds(1));
        boolean more = true;
        while (more) {
            more = worker.runNext();
        }
    }

    LookWorker ahead(Duration ahead) {
        return new LookWorker(looks, looking, pictures, Clock.offset(Clock.systemUTC(), ahead), false);
    }

    Looks jobs() {
        return looks;
    }
}
