package org.claimdesk.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.local.Tokens.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.response.Response;
import org.claimdesk.command.Forger;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sign-off packet leaves the house, and is checked on a machine that has the package, Java and a key from somebody it
 * trusts: no settings, no database, no network.
 */
@EndToEnd
class PacketIT {

    private static final Path PACKAGE = Path.of(System.getProperty("claimdesk.build.directory"),
            "quarkus-app/quarkus-run.jar").toAbsolutePath();
    /** Where its time is not asked for. */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1";

    private final Newsroom newsroom;
    private final Cases cases;

    @TempDir
    Path place;

    PacketIT(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.cases = new Cases(newsroom);
    }

    /** How the command ended. */
    private record End(int status, String said, Duration took) {}

    @Test
    void whoHasThePackageAndAKeyNeedsNothingElse() throws Exception {
        Story story = cases.article();
        cases.verified(cases.marked(story, Story.FIGURE, "rafael"));
        byte[] packet = packet(story.article());
        Path classes = place.resolve("classes.log");

        End end = check(packet, key(), BRIEF, "-Xlog:class+load:file=" + classes);

        assertThat(end.said()).startsWith("Whole and unaltered: article " + story.article() + " of ")
                .contains("1 revisions, 1 claims");
        assertThat(end.said().lines()).hasSize(1);
        assertThat(end.status()).isZero();
        assertThat(check(packet, key()).took()).as("from the start of Java to its end")
                .isLessThan(Duration.ofSeconds(15));
        System.out.printf("A packet of %d bytes is checked in %d ms%n", packet.length,
                check(packet, key()).took().toMillis());
        try (Stream<String> loaded = Files.lines(classes)) {
            assertThat(loaded.map(line -> line.replaceFirst("^.*?load\\s*\\] ", "").split(" ")[0]))
                    .contains("org.claimdesk.command.PacketCheck", "org.claimdesk.tlog.InclusionProof")
                    .as("nothing that could speak to somebody")
                    .doesNotContain("java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket",
                            "sun.nio.ch.SocketChannelImpl", "sun.nio.ch.Net", "java.net.InetAddress")
                    .as("nothing of the service but hashing and formats")
                    .noneMatch(name -> name
                            .matches("(org\\.postgresql|org\\.hibernate|io\\.vertx|io\\.quarkus\\.arc)\\..*"))
                    .noneMatch(
                            name -> name.matches("org\\.claimdesk\\.(article|claim|content|desk|evidence|fetch|galley"
                                    + "|ledger\\.tree|packet|people|sql|standards|web)\\..*"));
        }
    }

    @Test
    void whateverWasTamperedWithIsNamed() throws Exception {
        Story story = cases.article();
        long claim = cases.marked(story, Story.FIGURE, "rafael");
        cases.verified(claim);
        byte[] packet = packet(story.article());
        String name = "claims/" + claim + ".json";
        String other = "claims/" + cases.verified() + ".json";
        byte[] others = packet(article(other));

        wrong(packet(packet).replace(name, "\"rating\":\"ACCURATE\"", "\"rating\":\"MISLEADING\""),
                "WRONG " + name + ": the rating MISLEADING is not what entry");
        wrong(packet(packet).without("entries/1.jsonl", "\\\"act\\\":\\\"SUBMIT\\\""),
                "WRONG entries/1.jsonl line", "the entry of claim " + claim + " with version", "is missing");
        Forger swapped = packet(packet);
        swapped.files().put(name, packet(others).files().get(other));
        wrong(swapped, "WRONG " + name + ": it is the file of claim");
        Forger lost = packet(packet);
        lost.files().remove("revisions/1.txt");
        wrong(lost, "WRONG revisions/1.txt: it is missing");
    }

    /** Somebody writes a history of their own and signs it, under the name of this ledger. */
    @Test
    void aForeignKeyIsNamed() throws Exception {
        byte[] packet = packet(cases.article().article());
        String origin = VerifierKey.parse(key()).name();
        SigningKey foreign = SigningKey.of(origin, VerifierKey.Kind.NOTE, "5a".repeat(32));
        String forged = foreign.sign(Note.parse(packet(packet).text("checkpoint")).text()).toString();

        Forger signed = packet(packet);
        signed.files().put("checkpoint", forged.getBytes(UTF_8));
        wrong(signed, "WRONG checkpoint: the note is not signed by " + origin);
        Forger listed = packet(packet).replace("keys.json", key(), foreign.verifier().toString());
        listed.files().put("checkpoint", forged.getBytes(UTF_8));
        byte[] consistent = listed.packet();
        End end = check(consistent, key());
        assertThat(end.said()).contains("WRONG keys.json: the key " + origin + " " + VerifierKey.parse(key()).idHex()
                + " is not one of this ledger (" + origin + " " + foreign.verifier().idHex() + ")");
        assertThat(end.status()).isEqualTo(2);
        assertThat(check(consistent, foreign.verifier().toString()).status())
                .as("it is whole to those who trust the forger, and to nobody else")
                .isZero();
    }

    @Test
    void whatCannotBeReadIsSaidSo() throws Exception {
        End nothing = run("check-packet");
        assertThat(nothing.said()).startsWith("Cannot be read: check-packet FILE --key VKEY");
        assertThat(nothing.status()).isEqualTo(1);
        End absent = run("check-packet", "absent.zip", "--key", key());
        assertThat(absent.said()).startsWith("Cannot be read: ").contains("absent.zip");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(run("check-packet", "absent.zip", "--key", "no key").said()).contains("name+id+key");
    }

    private static Forger packet(byte[] bytes) throws IOException {
        return new Forger(bytes);
    }

    private void wrong(Forger forged, String... named) throws Exception {
        End end = check(forged.packet(), key(), BRIEF);
        assertThat(end.said()).contains(named);
        assertThat(end.said().lines()).hasSize(1);
        assertThat(end.status()).isEqualTo(2);
    }

    private long article(String claimFile) {
        return as("stella").get(newsroom.service().address() + "/api/v1/" + claimFile.replace(".json", ""))
                .jsonPath()
                .getLong("claim.article");
    }

    /** The key as the newsroom has published it. */
    private String key() {
        return as("stella").get(newsroom.service().address() + "/api/v1/ledger/keys").jsonPath().getString("[0].vkey");
    }

    private byte[] packet(long article) {
        String address = newsroom.service().address() + "/api/v1/articles/" + article + "/packet";
        Response packet = await().atMost(Duration.ofSeconds(20))
                .until(() -> as("stella").get(address), answer -> answer.statusCode() != 503);
        assertThat(given().get(address).statusCode()).isEqualTo(401);
        assertThat(packet.statusCode()).isEqualTo(200);
        return packet.asByteArray();
    }

    private End check(byte[] packet, String key, String... options) throws Exception {
        Path file = Files.write(place.resolve("packet.zip"), packet);
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of("-jar", PACKAGE.toString(), "check-packet", file.toString(), "--key", key));
        return java(command);
    }

    private End run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(BRIEF, "-jar", PACKAGE.toString()));
        command.addAll(List.of(arguments));
        return java(command);
    }

    /** In an environment with nothing in it. */
    private End java(List<String> arguments) throws Exception {
        Path log = place.resolve("said");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
            return new End(process.exitValue(), Files.readString(log, UTF_8),
                    Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            process.destroyForcibly();
        }
    }
}
