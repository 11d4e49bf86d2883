package org.claimdesk.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Waits until a process that was started answers with 200. */
final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LINES = 20;

    private Waiting() {}

    /**
     * @param what its name for people
     * @param name that of its log
     * @throws LocalProblem where it ends or does not answer in time
     */
    static void until(String address, Process process, Duration patience, String what, String name,
            Children children) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new LocalProblem("%s has ended:\n%s\nIts log: %s".formatted(what, children.tail(name, LINES),
                        children.log(name)));
            }
            if (answers(client, request)) {
                return;
            }
            Pause.of(BETWEEN);
        }
        throw new LocalProblem(what + " does not answer. Its log: " + children.log(name));
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted.");
        }
    }
}
