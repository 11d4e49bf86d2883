package org.claimdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;

import org.junit.jupiter.api.Test;

/** A stream keeps one mark for a page, however slow that is. */
class StreamTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Stream stream = new Stream(new UUID(0, 1), Watched.DESK, NOON);
    private final List<Long> heard = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private Flow.Subscription page;

    private void listen() {
        stream.marks(() -> ends.add("closed")).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                page = subscription;
            }

            @Override
            public void onNext(Long mark) {
                heard.add(mark);
            }

            @Override
            public void onError(Throwable failure) {
                ends.add(failure.toString());
            }

            @Override
            public void onComplete() {
                ends.add("complete");
            }
        });
    }

    @Test
    void aSlowPageHearsTheNewestMarkAndNotAllBefore() {
        listen();
        for (long mark = 1; mark <= 1_000; mark++) {
            stream.tell(mark);
        }
        page.request(10);

        assertThat(heard).containsExactly(1_000L);
    }

    @Test
    void whatWasToldBeforeAnybodyListenedIsHeard() {
        stream.tell(7);
        listen();
        page.request(1);

        assertThat(heard).containsExactly(7L);
    }

    @Test
    void anOlderMarkThatComesLaterIsPassedOverAndABeatRepeatsTheNewest() {
        listen();
        page.request(10);
        stream.tell(6);
        stream.tell(5);
        stream.tell(6);
        stream.repeat();

        assertThat(heard).containsExactly(6L, 6L);
    }

    @Test
    void itIsClosedWhenItEndsAndWhenThePageGoes() {
        listen();
        page.request(1);
        stream.end();

        assertThat(ends).containsExactlyInAnyOrder("complete", "closed");

        ends.clear();
        Stream other = new Stream(new UUID(0, 1), Watched.DESK, NOON);
        other.marks(() -> ends.add("closed")).subscribe().with(mark -> {}).cancel();
        assertThat(ends).containsExactly("closed");
    }

    @Test
    void itLastsUntilItsTimeIsOver() {
        assertThat(stream.isOver(NOON.minusMillis(1))).isFalse();
        assertThat(stream.isOver(NOON)).isTrue();
    }
}
