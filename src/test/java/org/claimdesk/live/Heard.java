package org.claimdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.claimdesk.local.Visitor;

/** All that a page hears by its stream. */
final class Heard implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final HttpResponse<Stream<String>> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    private Heard(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
    }

    static Heard by(Visitor visitor, String of) {
        Heard heard = new Heard(visitor.listens(of));
        Thread reader = new Thread(heard::read, "hears " + of);
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    /** One that is listened to, and has said where things are. */
    static Heard wellBy(Visitor visitor, String of) {
        Heard heard = by(visitor, of);
        assertThat(heard.answer.statusCode()).isEqualTo(200);
        await().atMost(SOON).until(() -> !heard.marks().isEmpty());
        return heard;
    }

    /** @return the status with which it is not listened to, or 200 */
    static int refused(Visitor visitor, String of) {
        HttpResponse<Stream<String>> answer = visitor.listens(of);
        answer.body().close();
        return answer.statusCode();
    }

    private void read() {
        try {
            answer.body().forEach(lines::add);
        } catch (UncheckedIOException broken) {
            lines.add("broken off");
        }
        over = true;
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<Long> marks() {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> Long.valueOf(line.substring("data:".length()).strip()))
                .toList();
    }

    long mark() {
        List<Long> all = marks();
        return all.get(all.size() - 1);
    }

    void becomes(long mark) {
        await().atMost(SOON).until(this::mark, latest -> latest == mark);
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
