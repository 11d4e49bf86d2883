package org.claimdesk.local;

import java.time.Duration;

/** A short wait between two looks at something that is starting. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted.");
        }
    }
}
