package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.claimdesk.local.Tokens;

/** One person at the service, for what is done once: before the load, to be recorded. */
final class Desk {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Desk(String address) {
        this.address = address;
    }

    /** Does something with a claim that is at this version. */
    void act(String who, long claim, int version, String act, String body) {
        send(posted(who, "/api/v1/claims/" + claim + "/" + act, body).header("If-Match", "\"" + version + "\"")
                .build());
    }

    /** Files or draws something, or whatever else is posted. */
    void post(String who, String path, String body) {
        send(posted(who, path, body).build());
    }

    private HttpRequest.Builder posted(String who, String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + Tokens.of(who))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Reads a page with the cookies of somebody who is signed in. */
    void page(String cookies, String path) {
        send(HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookies).build());
    }

    private void send(HttpRequest request) {
        HttpResponse<String> response = answer(request);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(request + ": " + response.statusCode() + " " + response.body());
        }
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
