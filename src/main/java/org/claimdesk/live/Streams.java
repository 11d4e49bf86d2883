package org.claimdesk.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimdesk.ledger.tree.Changed;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pages that listen to this instance, so many at most, and each for a time: then it asks anew, and so is asked who it is. */
@ApplicationScoped
class Streams {

    /** Pages of one person; a browser without HTTP/2 could not have more connections. */
    static final int EACH = 6;

    private final Marks marks;
    private final Clock clock;
    private final int most;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    Streams(Marks marks, Clock clock, MeterRegistry registry, @ConfigProperty(name = "claimdesk.live.most") int most) {
        this.marks = marks;
        this.clock = clock;
        this.most = most;
        Gauge.builder("claimdesk.live.streams", open, Collection::size)
                .description("Pages that listen to this instance")
                .register(registry);
    }

    /**
     * Begins one; its first mark is the present one, so that nothing is missed between a page and its stream.
     *
     * @throws Problem too many; absent
     */
    Stream open(UUID person, Watched watched, Instant until) {
        Stream stream = admitted(person, watched, until);
        Long mark = null;
        try {
            mark = marks.of(List.of(watched)).get(watched);
        } finally {
            if (mark == null) {
                close(stream);
            }
        }
        if (mark == null) {
            throw Problem.absent("There is nothing to listen to.");
        }
        stream.tell(mark);
        return stream;
    }

    private synchronized Stream admitted(UUID person, Watched watched, Instant until) {
        if (open.size() >= most || open.stream().filter(one -> one.person().equals(person)).count() >= EACH) {
            throw Problem.of(Problem.Kind.TOO_MANY, "Too many pages listen already.");
        }
        Stream stream = new Stream(person, watched, until);
        open.add(stream);
        return stream;
    }

    void close(Stream stream) {
        open.remove(stream);
    }

    /** Tells those who see something of it. */
    void changed(Changed changed) {
        tell(watched -> watched.isIn(changed));
    }

    /** Tells everybody where things are: something may have been missed. */
    void lookAgain() {
        tell(any -> true);
    }

    private void tell(Predicate<Watched> concerned) {
        Map<Watched, List<Stream>> listeners = open.stream()
                .filter(stream -> concerned.test(stream.watched()))
                .collect(Collectors.groupingBy(Stream::watched));
        if (!listeners.isEmpty()) {
            marks.of(listeners.keySet())
                    .forEach((watched, mark) -> listeners.get(watched).forEach(stream -> stream.tell(mark)));
        }
    }

    /** Keeps connections from being thought dead, finds out which are, and ends those whose time is over. */
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        Instant now = clock.instant();
        for (Stream stream : open) {
            if (stream.isOver(now)) {
                end(stream);
            } else {
                stream.repeat();
            }
        }
    }

    /** The service waits for requests to end before it does; these would not. */
    void leave(@Observes ShutdownDelayInitiatedEvent stop) {
        open.forEach(this::end);
    }

    private void end(Stream stream) {
        close(stream);
        stream.end();
    }
}
