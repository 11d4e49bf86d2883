package org.claimdesk.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.fetch.HostileServer.gzip;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every guard against a site on this machine that breaks the rule. */
class FetcherTest {

    private static final Limits SMALL = new Limits(100_000, Duration.ofSeconds(3), 5);

    private static HostileServer site;
    private static Fetcher fetcher;

    @BeforeAll
    static void begin() {
        site = HostileServer.start();
        fetcher = new Fetcher(Optional.of(List.of(site.site())), "Claimdesk test");
    }

    @AfterAll
    static void end() throws IOException {
        fetcher.close();
        site.close();
    }

    @Test
    void aPageIsFetchedWithItsWay() {
        site.page("/story", "<p>Eleven.").redirect("/a", "/b?x=1#top").redirect("/b?x=1", site.address("/story"));

        Fetched fetched = fetcher.get(site.address("/a"), SMALL);

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.address()).isEqualTo(URI.create(site.address("/story")));
        assertThat(fetched.redirects()).containsExactly(URI.create(site.address("/a")),
                URI.create(site.address("/b?x=1")));
        assertThat(fetched.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(fetched.body()).asString(UTF_8).isEqualTo("<p>Eleven.");
    }

    @Test
    void itSaysWhoItIsAndNothingElse() {
        site.on("/cookie", "200 OK\r\nSet-Cookie: who=you", new byte[0]);

        fetcher.get(site.address("/cookie"), SMALL);
        fetcher.get(site.address("/cookie"), SMALL);

        assertThat(site.asked()).contains("User-Agent: Claimdesk test")
                .noneMatch(line -> line.matches("(?i)(cookie|referer|authorization):.*"));
    }

    @Test
    void aStatusIsGivenBackAsItIs() {
        assertThat(fetcher.get(site.address("/none"), SMALL).status()).isEqualTo(404);
    }

    @Test
    void whatIsPackedIsUnpacked() {
        site.on("/gzip", "200 OK\r\nContent-Encoding: gzip", gzip("Eleven.".getBytes(UTF_8)));

        assertThat(fetcher.get(site.address("/gzip"), SMALL).body()).asString(UTF_8).isEqualTo("Eleven.");
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd,begin with http", "ftp://example.org/a,begin with http", "//example.org,begin with",
            "javascript:alert(1),begin with http", "http:///a,names no site", "http://ann:x@example.org/,password",
            "http://example.org:22/,Port 22", "http://example.org:8080/,Port 8080",
            "http://exa mple.org/,no web address",
            "'',begin with http", "http://a:99999/,names no site", "http://%31/,names no site"})
    void addressesThatAreNotFetched(String address, String because) {
        refused(address, because.replace("no web address", "not a web address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.1", "2130706433", "0", "10.0.0.1",
            "192.168.1.1", "172.31.255.255", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]",
            "[::]", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]", "[2001::1]", "[ff02::1]", "[::127.0.0.1]", "198.18.0.1", "192.0.2.1"})
    void onlyThePublicWebIsFetched(String host) {
        refused("http://" + host + "/", "is not on the public web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "http://127.0.0.1/", "//localhost/x",
            "http://[::1]/"})
    void norByWayOfARedirect(String to) {
        site.redirect("/out", to);

        refused(site.address("/out"), "is not on the public web");
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd,begin with http", "http://localhost:1/,Port 1", "ftp://localhost/,begin with http",
            "http://u:p@localhost/,password", "http://[,no address"})
    void aRedirectIsHeldToTheSameRules(String to, String because) {
        site.redirect("/out", to);

        refused(site.address("/out"), because);
    }

    /** The port is allowed on this host alone: another name of the same machine is not. */
    @Test
    void whatIsAllowedIsOneSite() {
        refused(site.address("/a").replace("localhost", "127.0.0.1"), "Port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "http://localhost:80", "*:80", "localhost:80/x", ""})
    void whatIsAllowedIsWrittenAsHostAndPort(String allowed) {
        assertThatThrownBy(() -> new Fetcher(Optional.of(List.of(allowed)), "Claimdesk test"))
                .hasMessageContaining("host:port");
    }

    @Test
    void redirectsInACircleAndWithoutEndAreLeft() {
        site.redirect("/r1", "/r2").redirect("/r2", "/r1");
        for (int i = 0; i < 8; i++) {
            site.redirect("/n" + i, "/n" + (i + 1));
        }

        refused(site.address("/r1"), "in a circle");
        refused(site.address("/n0"), "more than 5 times");
    }

    @Test
    void aBodyWithoutEndIsCutOff() {
        site.on("/endless", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
            while (true) {
                out.write(new byte[8192]);
            }
        });
        site.on("/large", "200 OK", new byte[100_001]);

        refused(site.address("/endless"), "larger than");
        refused(site.address("/large"), "larger than");
    }

    @Test
    void aBombIsCutOffWhereItIsTooLarge() {
        site.on("/bomb", "200 OK\r\nContent-Encoding: gzip", gzip(new byte[50 << 20]));

        refused(site.address("/bomb"), "larger than");
    }

    @Test
    void slowSitesAreLeftWhenTheTimeIsOver() {
        site.on("/drip", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
            drip(out, 'x');
        }).on("/head", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nX-Slow: "));
            drip(out, 'x');
        }).on("/silent", out -> Thread.sleep(20_000));

        for (String path : List.of("/drip", "/head", "/silent")) {
            Assertions.assertTimeout(Duration.ofSeconds(8), () -> refused(site.address(path), "longer than 3 seconds"));
        }
    }

    @Test
    void aSiteThatTakesNoConnectionIsLeft() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            int port = closed.getLocalPort();
            closed.close();
            Fetcher other = new Fetcher(Optional.of(List.of("localhost:" + port)), "Claimdesk test");
            assertThatThrownBy(() -> other.get("http://localhost:" + port + "/", SMALL))
                    .hasMessageContaining("cannot be reached");
            other.close();
        }
    }

    @Test
    void hugeHeadersAreNotTaken() {
        site.on("/line", "200 OK\r\nX: " + "x".repeat(1 << 20), new byte[0]);
        site.on("/lines", "200 OK" + "\r\nX: x".repeat(100_000), new byte[0]);

        refused(site.address("/line"), "larger than any honest one");
        refused(site.address("/lines"), "larger than any honest one");
    }

    @Test
    void whatIsPackedWronglyIsRefused() {
        byte[] packed = gzip("Eleven boats came at night.".repeat(100).getBytes(UTF_8));
        site.on("/broken", "200 OK\r\nContent-Encoding: gzip", ascii("no gzip at all"));
        site.on("/cut", "200 OK\r\nContent-Encoding: gzip", Arrays.copyOf(packed, packed.length / 2));
        site.on("/br", "200 OK\r\nContent-Encoding: br", packed);

        refused(site.address("/broken"), "packed wrongly");
        refused(site.address("/cut"), "packed wrongly");
        refused(site.address("/br"), "not known here");
    }

    @Test
    void anAnswerThatBreaksOffIsRefused() {
        site.on("/half", out -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")));
        site.on("/other", out -> out.write(ascii("SSH-2.0-OpenSSH_9.2\r\n\r\n")));
        site.on("/nothing", out -> out.write(new byte[0]));

        refused(site.address("/half"), "broke off");
        refused(site.address("/other"), "");
        refused(site.address("/nothing"), "broke off");
    }

    @Test
    void aSiteWithoutTlsIsNotSecure() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread server = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            server.start();
            Fetcher other = new Fetcher(Optional.of(List.of("localhost:" + plain.getLocalPort())), "Claimdesk test");
            assertThatThrownBy(() -> other.get("https://localhost:" + plain.getLocalPort() + "/", SMALL))
                    .hasMessageContaining("no secure connection");
            other.close();
        }
    }

    @Test
    void aNameThatIsNotThereIsSaid() {
        refused("http://no-such-site.invalid/", "There is no site no-such-site.invalid");
    }

    @ParameterizedTest
    @CsvSource({"https://Example.ORG:443/a?b=c#d,https://example.org/a?b=c", "http://example.org,http://example.org/",
            "http://münchen.example/straße,http://xn--mnchen-3ya.example/stra%C3%9Fe",
            "http://a_b.example.org/,http://a_b.example.org/"})
    void addressesAreWrittenInOneWay(String address, String written) {
        assertThat(Destination.of(address).uri()).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2606:4700::1111", "172.32.0.1", "100.128.0.1"})
    void publicAddressesArePublic(String address) throws IOException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }

    private static void drip(OutputStream out, int letter) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            out.write(letter);
            out.flush();
            Thread.sleep(100);
        }
    }

    private static void refused(String address, String because) {
        assertThatThrownBy(() -> fetcher.get(address, SMALL)).as(address)
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
                    assertThat(problem.field()).isEqualTo("address");
                })
                .hasMessageContaining(because);
    }
}
