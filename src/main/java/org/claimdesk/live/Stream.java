package org.claimdesk.live;

import java.time.Instant;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/**
 * One page that listens. Of what it has not taken yet only the newest mark is kept, however slow it is: older ones say
 * nothing more.
 */
final class Stream {

    private final UUID person;
    private final Watched watched;
    private final Instant until;
    private MultiEmitter<? super Long> page;
    private long mark = -1;
    private boolean over;

    Stream(UUID person, Watched watched, Instant until) {
        this.person = person;
        this.watched = watched;
        this.until = until;
    }

    UUID person() {
        return person;
    }

    Watched watched() {
        return watched;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** @param closed told when the page has gone, or the stream has ended */
    Multi<Long> marks(Runnable closed) {
        return Multi.createFrom()
                .<Long>emitter(this::begin, BackPressureStrategy.LATEST)
                .onTermination()
                .invoke(closed);
    }

    private synchronized void begin(MultiEmitter<? super Long> listener) {
        page = listener;
        repeat();
        if (over) {
            page.complete();
        }
    }

    /** A mark that is not newer than the last is passed over: whoever was asked earlier may answer later. */
    synchronized void tell(long newer) {
        if (newer > mark) {
            mark = newer;
            repeat();
        }
    }

    /** Says the newest mark once more: whether anybody still listens shows only when something is sent. */
    synchronized void repeat() {
        if (page != null && mark >= 0) {
            page.emit(mark);
        }
    }

    synchronized void end() {
        over = true;
        if (page != null) {
            page.complete();
        }
    }
}
