package org.claimdesk.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Tiles;

/** Tiles as they lie in a directory, or under the prefix of a ledger that is open to everybody. */
final class TileFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private TileFiles() {}

    /** @param place a directory that has {@code tile/} in it, or an address to which {@code /tile/} is added */
    static Tiles at(String place) {
        if (!place.startsWith("http://") && !place.startsWith("https://")) {
            return tile -> file(Path.of(place, "tile").resolve(tile.path()));
        }
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return tile -> fetched(client, URI.create(place.replaceAll("/+$", "") + "/tile/" + tile.path()));
    }

    private static byte[] file(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException absent) {
            throw new Malformed("the tile " + path + " cannot be read");
        }
    }

    private static byte[] fetched(HttpClient client, URI address) {
        try {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new Malformed(address + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException away) {
            throw new Malformed(address + " cannot be read: " + away.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Malformed(address + " was not waited for");
        }
    }
}
