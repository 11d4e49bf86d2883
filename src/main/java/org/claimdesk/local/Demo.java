package org.claimdesk.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Loads the demo's article through the API, as its people would: once, also where a first try was cut off. */
final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGUN = "begun ";
    private static final String DONE = "done";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final String realm;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    private Demo(String service, String realm) {
        this.service = service;
        this.realm = realm;
    }

    /**
     * @param marker a file beside the data that tells how far it is
     * @return whether it has been loaded now
     */
    static boolean load(Path marker, String service, String realm) {
        try {
            String state = Files.exists(marker) ? Files.readString(marker).strip() : BEGUN + Instant.now();
            if (state.equals(DONE)) {
                return false;
            }
            // A second try sends the same requests with the same keys, and what was done is not done again.
            Files.writeString(marker, state);
            new Demo(service, realm).load(Instant.parse(state.substring(BEGUN.length())));
            Files.writeString(marker, DONE);
            return true;
        } catch (IOException failed) {
            throw new LocalProblem("The demo's article cannot be loaded: " + failed.getMessage(), failed);
        }
    }

    private void load(Instant begun) throws IOException {
        JsonNode demo = JSON.readTree(resource("demo.json"));
        for (JsonNode person : get("/people")) {
            people.put(person.get("username").asText(), person.get("id").asText());
        }
        ObjectNode article = JSON.createObjectNode()
                .put("text", resource("demo.md"))
                .put("format", "MARKDOWN")
                .put("slug", demo.get("slug").asText())
                .put("desk", demo.get("desk").asText())
                .put("deadline", begun.truncatedTo(ChronoUnit.HOURS)
                        .plus(demo.get("closesInHours").asInt(), ChronoUnit.HOURS)
                        .toString());
        long id = post("edith", "/articles", null, "demo", article).body().get("id").asLong();
        int number = 0;
        for (JsonNode claim : demo.get("claims")) {
            claim(id, claim, "demo-" + ++number);
        }
    }

    private void claim(long article, JsonNode claim, String key) throws IOException {
        ObjectNode marked = JSON.createObjectNode().put("revision", 1);
        marked.putObject("quote").put("exact", claim.get("exact").asText());
        String assignee = claim.get("assignee").asText();
        if (!assignee.isEmpty()) {
            marked.put("assignee", people.get(assignee));
        }
        for (String field : new String[]{"desk", "risk"}) {
            if (claim.has(field)) {
                marked.put(field, claim.get(field).asText());
            }
        }
        Reply reply = post("edith", "/articles/" + article + "/claims", null, key, marked);
        String path = "/claims/" + reply.body().get("id").asLong();
        int step = 0;
        for (JsonNode act : claim.get("steps")) {
            reply = post(act.get("by").asText(), path + "/" + act.get("act").asText(), reply.version(),
                    key + "-" + ++step, act.get("body"));
        }
    }

    /** An answer with the version that it gives. */
    private record Reply(JsonNode body, String version) {}

    private JsonNode get(String path) throws IOException {
        return sent(request("edith", path).GET().build()).body();
    }

    private Reply post(String who, String path, String version, String key, JsonNode body) throws IOException {
        HttpRequest.Builder request = request(who, path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (version != null) {
            request.header("If-Match", version);
        }
        return sent(request.build());
    }

    private HttpRequest.Builder request(String who, String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(service + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(who));
    }

    private String token(String who) throws IOException {
        String token = tokens.get(who);
        if (token == null) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers
                            .ofString("grant_type=password&client_id=claimdesk-demo&password=claimdesk"
                                    + "&username=" + URLEncoder.encode(who, StandardCharsets.UTF_8)))
                    .build();
            token = sent(request).body().get("access_token").asText();
            tokens.put(who, token);
        }
        return token;
    }

    private Reply sent(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(
                        "%s answers %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
            }
            return new Reply(JSON.readTree(response.body()), response.headers().firstValue("ETag").orElse(null));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
