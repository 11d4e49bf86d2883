package org.claimdesk.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.local.KeptServers;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.Tokens;

/** What the packaged service takes with few claims and with many, beside what the same SQL takes without it. */
public final class Bench {

    private static final int CONNECTIONS = 8;
    private static final List<String> POSTGRES = List.of("shared_buffers = '1GB'", "max_wal_size = '8GB'",
            "checkpoint_timeout = '30min'");
    private static final Map<String, String> SERVICE = Map.of("CLAIMDESK_CAPTURE", "false", "CLAIMDESK_PREVIEW",
            "false");
    private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

    private final KeptServers servers;
    private final Path output = Path.of(System.getProperty("output")).toAbsolutePath();
    private final int seconds = Integer.getInteger("seconds", 10);
    private final List<Line> lines = new ArrayList<>();

    private Bench(KeptServers servers) {
        this.servers = servers;
    }

    /** What it is to do comes as system properties (docs/performance.md). */
    public static void main(String[] none) throws SQLException {
        List<String> settings = new ArrayList<>(POSTGRES);
        settings.addAll(Recording.SETTINGS);
        settings.addAll(Counters.SETTINGS);
        try (KeptServers servers = KeptServers.start(Path.of(System.getProperty("data")), settings)) {
            Bench bench = new Bench(servers);
            for (String claims : System.getProperty("claims").split(",")) {
                bench.measure(Integer.parseInt(claims.strip()));
            }
        }
    }

    private void measure(int claims) throws SQLException {
        String database = "bench_" + claims;
        Path build = Path.of(System.getProperty("claimdesk.build.directory"));
        Duration filled = new Fill(servers, database, claims).run(people());
        System.out.printf("%,d claims %s%n", claims,
                filled.isZero() ? "are there" : "filled in " + filled.toSeconds() + " s");
        try (Connection superuser = servers.superuser(database);
                PackagedService service = servers.service(database, SERVICE)) {
            Measuring measuring = new Measuring(
                    new Load(build, output.resolve("visits")),
                    new Floor(() -> servers.service(database), CONNECTIONS), new Counters(superuser), output, claims,
                    seconds);
            Acts acts = new Acts(superuser, new Desk(service.address()), claims);
            Work changes;
            Work attaching;
            try (Recording recording = new Recording(superuser, database, servers.data())) {
                changes = acts.changes(recording);
                attaching = acts.attaching(recording);
            }
            for (Work work : List.of(changes, attaching)) {
                lines.add(measuring.of(work, () -> signedIn(service)));
            }
            if (Boolean.getBoolean("flame")) {
                new Flame(build, output).during(service.process().pid(),
                        () -> measuring.visit(changes, () -> signedIn(service), 0, 2));
            }
        }
    }

    private static Map<String, String> signedIn(PackagedService service) {
        return Map.of("address", service.address(), "reporter", Tokens.of("mina"), "reviewer", Tokens.of("wanda"));
    }

    private static Map<String, UUID> people() {
        Map<String, UUID> people = new HashMap<>();
        for (String name : List.of("edith", "rafael", "mina", "viktor", "wanda", "stella", "bo")) {
            String told = new String(Base64.getUrlDecoder().decode(Tokens.of(name).split("\\.")[1]),
                    StandardCharsets.UTF_8);
            Matcher subject = SUBJECT.matcher(told);
            if (!subject.find()) {
                throw new IllegalStateException(told);
            }
            people.put(name, UUID.fromString(subject.group(1)));
        }
        return people;
    }
}
