package org.claimdesk.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/**
 * One work, done by so many visitors again and again, or by visitors who come at a fixed rate whatever the answers take.
 * Runs within Gatling, in a process and on a class path of its own ({@link Loads}); what it is to do comes as system properties.
 *
 * <p>
 * {@code work} is {@code change} (submit and return by turns), {@code attach}, {@code draw}, {@code file} or {@code page};
 * {@code targets} a file with a line for each thing to visit: a claim's id and version, or a path.
 */
public final class Visits extends Simulation {

    private final String work = System.getProperty("work");
    private final int visitors = Integer.getInteger("visitors", 8);
    private final double rate = Double.parseDouble(System.getProperty("rate", "0"));
    private final Duration warm = Duration.ofSeconds(Integer.getInteger("warm", 1));
    private final Duration seconds = Duration.ofSeconds(Integer.getInteger("seconds", 5));
    private final String reporter = System.getProperty("reporter", "");
    private final String reviewer = System.getProperty("reviewer", "");
    private final String cookies = System.getProperty("cookies", "");

    private final ConcurrentLinkedQueue<String> targets = new ConcurrentLinkedQueue<>(
            lines(Path.of(System.getProperty("targets"))));

    {
        HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("address"))
                .shareConnections()
                .disableWarmUp()
                .disableFollowRedirect()
                .userAgentHeader("bench");
        PopulationBuilder measured = inject(scenario("measured").exec(paced("measured", seconds)), seconds);
        setUp(inject(scenario("warm").exec(paced("warm", warm)), warm).andThen(measured)).protocols(protocol);
    }

    private ChainBuilder paced(String name, Duration time) {
        ChainBuilder once = exec(this::next).exec(work(name)).exec(this::back);
        return rate > 0 ? once : exec(during(time, false).on(once));
    }

    private PopulationBuilder inject(ScenarioBuilder scenario, Duration time) {
        return rate > 0
                ? scenario.injectOpen(constantUsersPerSec(rate).during(time))
                : scenario.injectOpen(atOnceUsers(visitors));
    }

    private ChainBuilder work(String name) {
        return switch (work) {
            case "change" -> exec(act(name, "submit", reporter, "{}"), act(name, "return", reviewer,
                    "{\"missing\":\"The page number of the second reference.\"}"));
            case "attach" -> exec(act(name, "evidence", reporter, """
                    {"kind":"REFERENCE","stance":"SUPPORTS","title":"Log of the harbor","locator":"page 3",\
                    "citation":"Harbor log of the night, as the office keeps it","rank":"SECONDARY",\
                    "source":"Office of the harbor"}"""));
            // Every visitor is the one who is signed in, whatever cookies came with the page before.
            case "page" -> exec(flushCookieJar()).exec(http(name).get("#{target}").header("Cookie", cookies).check(status().is(200)));
            // A draw waits a second for its seed, and no other is taken meanwhile.
            case "draw" -> exec(sent(name, "/api/v1/audits/draws", "{\"from\":\"%s\",\"until\":\"%s\",\"size\":5}"
                    .formatted(System.getProperty("from"), System.getProperty("until")))).pause(Duration.ofSeconds(2));
            case "file" -> exec(sent(name, "/api/v1/articles",
                    "{\"desk\":\"/desks/courts\",\"deadline\":\"%s\",\"text\":\"%s\"}".formatted(System.getProperty("until"),
                            String.join("\\n", lines(Path.of(System.getProperty("text", "")))))));
            default -> throw new IllegalArgumentException(work);
        };
    }

    private static HttpRequestActionBuilder sent(String name, String path, String body) {
        return http(name).post(path)
                .header("Authorization", "Bearer " + System.getProperty("who"))
                .header("Content-Type", "application/json")
                .body(StringBody(body))
                .check(status().is(201));
    }

    /** On the claim at the version that the last act left it in. */
    private static HttpRequestActionBuilder act(String name, String act, String token, String body) {
        return http(name).post("/api/v1/claims/#{id}/" + act)
                .header("Authorization", "Bearer " + token)
                .header("If-Match", session -> "\"" + session.getInt("version") + "\"")
                .header("Content-Type", "application/json")
                .body(StringBody(body))
                .check(status().in(200, 201), io.gatling.javaapi.http.HttpDsl.header("ETag")
                        .transform(tag -> Integer.parseInt(tag.replace("\"", "")))
                        .saveAs("version"));
    }

    private Session next(Session session) {
        String target = targets.poll();
        if (target == null) {
            throw new IllegalStateException("nothing is left to visit");
        }
        String[] parts = target.split("\t");
        Session with = session.set("target", parts[0]).set("id", parts[0]);
        return parts.length > 1 ? with.set("version", Integer.parseInt(parts[1])) : with;
    }

    /** What went wrong once is left alone. */
    private Session back(Session session) {
        if (!session.isFailed()) {
            targets.add(session.contains("version")
                    ? session.getString("id") + "\t" + session.getInt("version")
                    : session.getString("target"));
        }
        return session.markAsSucceeded();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
