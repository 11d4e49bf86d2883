package org.claimdesk.web;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Forgets what is kept only for a while. Any number of instances may do it at the same time. */
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Once once;

    Housekeeping(Once once) {
        this.once = once;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetAnswers() {
        LOG.debugf("%d kept answers forgotten", once.forget());
    }
}
