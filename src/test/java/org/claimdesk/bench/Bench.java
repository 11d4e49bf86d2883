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
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.local.Instances;
import org.claimdesk.local.KeptServers;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.Tokens;
import org.claimdesk.local.Visitor;

/** What the packaged service takes with few claims and with many, beside what the same SQL takes without it. */
public final class Bench {

    private static final int CONNECTIONS = 8;
    private static final List<String> POSTGRES = List.of("shared_buffers = '1GB'", "max_wal_size = '8GB'",
            "checkpoint_timeout = '30min'");
    /** Nothing is fetched from the web, nor looked at, while something else is measured. */
    private static final Map<String, String> SERVICE = Map.of("CLAIMDESK_CAPTURE", "false", "CLAIMDESK_PREVIEW",
            "false");
    private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

    private final KeptServers servers;
    private final Path build = place("claimdesk.build.directory");
    private final Path output = place("output");
    private final int seconds = Integer.getInteger("seconds", 10);
    private final int warm = Integer.getInteger("warm", 30);
    private final String only = System.getProperty("only", "");
    private final Map<String, Double> pace = new HashMap<>();
    private final Results results = new Results();
    private final Load load;

    private Bench(KeptServers servers, Load load) {
        this.servers = servers;
        this.load = load;
    }

    /** What it is to do comes as system properties (docs/performance.md). */
    public static void main(String[] none) throws SQLException {
        List<String> settings = new ArrayList<>(POSTGRES);
        settings.addAll(Recording.SETTINGS);
        settings.addAll(Counters.SETTINGS);
        try (KeptServers servers = KeptServers.start(Path.of(System.getProperty("data")), settings);
                Load load = new Load(place("claimdesk.build.directory"), place("output").resolve("visits"))) {
            Bench bench = new Bench(servers, load);
            try {
                for (String claims : System.getProperty("claims").split(",")) {
                    bench.measure(Integer.parseInt(claims.strip()));
                }
            } finally {
                Report report = bench.results.report();
                report.write(bench.output);
                System.out.println(report.markdown());
            }
        }
    }

    private static Path place(String setting) {
        return Path.of(System.getProperty(setting)).toAbsolutePath();
    }

    private void measure(int claims) throws SQLException {
        String database = "bench_" + claims;
        Duration filled = new Fill(servers, database, claims).run(people());
        System.out.printf("%,d claims %s%n", claims,
                filled.isZero() ? "are there" : "filled in " + filled.toSeconds() + " s");
        long begun = System.nanoTime();
        try (Connection superuser = servers.superuser(database);
                PackagedService service = servers.service(database, SERVICE)) {
            results.started(claims, Duration.ofNanos(System.nanoTime() - begun));
            results.idle(claims, Size.resident(service.process().pid()));
            results.integrated(claims, Chain.integrate(superuser));
            Sound.checked(superuser).ifPresent(rate -> results.checked(claims, rate));
            System.out.println("  the ledger is sound; what is done is recorded");
            measure(claims, database, superuser, service);
            results.loaded(claims, Size.most(service.process().pid()));
        }
        // More claims make no difference to it.
        if (wanted("instances") && !results.hasSeveral()) {
            several(claims, database);
        }
    }

    private void several(int claims, String database) throws SQLException {
        try (Connection superuser = servers.superuser(database);
                Share share = new Share(Several.PROCESSORS);
                Instances all = servers.instances(database, SERVICE, Several.MOST)) {
            Work work = new Acts(superuser, new Desk(all.address()), claims).unrecorded();
            Measuring measuring = measuring(claims, database, superuser);
            results.several(claims, new Several(measuring, all, Bench::signedIn).measure(work, share, 2 * warm));
        }
    }

    private Measuring measuring(int claims, String database, Connection superuser) throws SQLException {
        return new Measuring(load, new Floor(() -> servers.floor(database), CONNECTIONS), new Counters(superuser),
                pace, output, claims, new Measuring.Times(warm, seconds));
    }

    private void measure(int claims, String database, Connection superuser, PackagedService service)
            throws SQLException {
        Measuring measuring = measuring(claims, database, superuser);
        Supplier<Map<String, String>> signedIn = () -> signedIn(service.address());
        for (Work work : works(claims, database, superuser, service)) {
            results.add(work.alone()
                    ? measuring.alone(work, signedIn)
                    : measuring.of(work, signedIn));
            if (System.getProperty("flame", "").equals(work.name())) {
                new Flame(build, output).during(service.process().pid(), work.name(),
                        () -> measuring.visit(work, signedIn, 0, 2));
            }
        }
    }

    private List<Work> works(int claims, String database, Connection superuser, PackagedService service)
            throws SQLException {
        Desk desk = new Desk(service.address());
        Acts acts = new Acts(superuser, desk, claims);
        List<Work> works = new ArrayList<>();
        try (Recording recording = new Recording(superuser, database, servers.data())) {
            if (wanted("acts")) {
                works.add(acts.changes(recording));
                works.add(acts.attaching(recording));
            }
            works.addAll(new Pages(superuser, desk, cookies(service.address()), claims)
                    .some(recording, page -> wanted("pages") || wanted(page)));
            if (wanted("once")) {
                Once once = new Once(superuser, desk, recording);
                works.add(once.filing(output));
                works.add(once.drawing());
            }
        }
        return works;
    }

    private boolean wanted(String part) {
        return only.isEmpty() || List.of(only.split(",")).contains(part);
    }

    private static Map<String, String> signedIn(String address) {
        return Map.of("address", address, "reporter", Tokens.of("mina"), "reviewer", Tokens.of("wanda"),
                "editor", Tokens.of("edith"), "standards", Tokens.of("stella"), "cookies", cookies(address));
    }

    private static String cookies(String address) {
        System.setProperty("test.url", address);
        return Visitor.signedIn("rafael").cookies();
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
