package org.claimdesk.ledger.tree;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends checkpoints to addresses that the newsroom has set. */
@ApplicationScoped
class WitnessCall {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param type of the body, or empty */
    record Answer(int status, String type, String body) {}

    /** @throws IOException where nobody answers, or not in ten seconds */
    Answer post(URI address, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""),
                        new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("not waited for", interrupted);
        }
    }
}
