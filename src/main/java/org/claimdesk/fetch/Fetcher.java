package org.claimdesk.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.Timeout;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fetches public pages and files. It asks for http and https on their own ports alone, connects only to public addresses, follows
 * a few redirects under the same rules, and stops at a limit of bytes and of time. It keeps no cookies, sends nothing
 * about the person who asked, and uses no proxy.
 */
@ApplicationScoped
public class Fetcher {

    private static final Logger LOG = Logger.getLogger(Fetcher.class);
    private static final Pattern SITE = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+]):[0-9]{1,5}");
    private static final int AT_ONCE = 16;
    /** The body of a redirect is a line for old browsers. */
    private static final long MOST_OF_A_REDIRECT = 1L << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(Fetcher::daemon);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Fetcher::daemon);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Names names;
    private final CloseableHttpClient client;

    /**
     * @param allowed sites as host:port that may be fetched though they are not public or on another port, such as an
     *                editorial system in the house; empty for none
     * @param agent   what the service calls itself
     */
    Fetcher(@ConfigProperty(name = "claimdesk.fetch.allowed") Optional<List<String>> allowed,
            @ConfigProperty(name = "claimdesk.fetch.user-agent") String agent) {
        Set<String> sites = allowed.orElse(List.of())
                .stream()
                .map(site -> site.strip().toLowerCase(Locale.ROOT))
                .peek(Fetcher::check)
                .collect(Collectors.toSet());
        this.names = new Names(sites, threads);
        this.client = Client.with(names, agent, AT_ONCE);
    }

    /** At the start, so that a site written wrongly stops it. */
    void begin(@Observes StartupEvent start) {
        if (!names.allowed().isEmpty()) {
            LOG.infof("Fetched from although not public: %s", String.join(", ", names.allowed()));
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
        threads.shutdownNow();
        clock.shutdownNow();
    }

    /**
     * Fetches what is at an address, following redirects.
     *
     * @return the answer, whatever its status
     * @throws Problem bad input for {@code address}, that says why nothing came or why it was not asked; unavailable, where
     *                 too much is being fetched already
     */
    public Fetched get(String address, Limits limits) {
        AtomicReference<Fetched> fetched = new AtomicReference<>();
        List<URI> way = new ArrayList<>();
        try {
            fetch(address, limits, (exchange, body) -> {
                if (exchange.next() != null) {
                    way.add(exchange.asked());
                    return;
                }
                fetched.set(new Fetched(exchange.status(), exchange.asked(), List.copyOf(way), exchange.headers(),
                        Body.read(body, exchange.header(HttpHeaders.CONTENT_ENCODING), limits.bytes())));
            });
        } catch (Unfetched nothing) {
            throw Problem.badInput("address", nothing.getMessage());
        }
        return fetched.get();
    }

    /**
     * Fetches what is at an address, following redirects, and gives every answer to the sink while it comes: nothing of it
     * is kept in memory.
     *
     * @throws Unfetched why nothing came, why it broke off, or why it was not asked
     * @throws Problem   unavailable, where too much is being fetched already
     */
    public void fetch(String address, Limits limits, Sink sink) {
        Destination destination = Destination.of(address);
        timed(destination, limits, (running, over) -> {
            follow(destination, limits, sink, running, over);
            return null;
        });
    }

    /**
     * Sends something to an address by POST, under the same rules. Redirects are not followed, and what is answered is not
     * read.
     *
     * @return the status of the answer
     * @throws Unfetched why nothing was answered, or why it was not asked
     * @throws Problem   unavailable, where too much is under way already
     */
    public int post(String address, Map<String, String> headers, byte[] body, Limits limits) {
        Destination destination = Destination.of(address);
        return timed(destination, limits, (running, over) -> {
            checkPort(destination);
            HttpPost post = new HttpPost(destination.uri());
            headers.forEach(post::setHeader);
            post.setEntity(new ByteArrayEntity(body, null));
            begin(post, limits, running, over);
            return client.execute(post, HttpClientContext.create(), response -> {
                try {
                    return response.getCode();
                } finally {
                    post.cancel();
                }
            });
        });
    }

    /** Something that is asked for; it is to be put where it can be cancelled when its time is over. */
    private interface Asking<T> {
        T ask(AtomicReference<HttpUriRequestBase> running, AtomicReference<Boolean> over) throws IOException;
    }

    private <T> T timed(Destination destination, Limits limits, Asking<T> asking) {
        if (!free.tryAcquire()) {
            throw Problem.unavailable("Many pages are being fetched at the moment. Try again in a moment.", null);
        }
        AtomicReference<HttpUriRequestBase> running = new AtomicReference<>();
        AtomicReference<Boolean> over = new AtomicReference<>(false);
        ScheduledFuture<?> end = clock.schedule(() -> {
            over.set(true);
            cancel(running.get());
        }, limits.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return asking.ask(running, over);
        } catch (IOException | IllegalArgumentException failed) {
            throw over.get() ? late(limits) : Failure.of(failed, destination.host());
        } finally {
            end.cancel(false);
            free.release();
        }
    }

    private static void begin(HttpUriRequestBase request, Limits limits, AtomicReference<HttpUriRequestBase> running,
            AtomicReference<Boolean> over) {
        request.setConfig(Client.patient(Timeout.of(limits.silence())));
        running.set(request);
        // The time may have been over just before it was set.
        if (over.get()) {
            throw late(limits);
        }
    }

    private void checkPort(Destination destination) {
        if (!destination.standardPort() && !names.allows(destination.host(), destination.port())) {
            throw Destination.wrong("Port %d is not fetched from, only the ports of the web (80 and 443)."
                    .formatted(destination.port()));
        }
    }

    private void follow(Destination first, Limits limits, Sink sink, AtomicReference<HttpUriRequestBase> running,
            AtomicReference<Boolean> over) throws IOException {
        Set<URI> seen = new HashSet<>();
        Destination destination = first;
        while (destination != null) {
            if (over.get()) {
                throw late(limits);
            }
            checkPort(destination);
            if (!seen.add(destination.uri())) {
                throw lost("The site sends it round in a circle.");
            }
            if (seen.size() > limits.redirects() + 1) {
                throw lost("The site sends it on more than %d times.".formatted(limits.redirects()));
            }
            URI next = step(destination.uri(), limits, sink, running, over);
            destination = next == null ? null : Destination.of(next);
        }
    }

    /** @return where to go on, or null */
    private URI step(URI asked, Limits limits, Sink sink, AtomicReference<HttpUriRequestBase> running,
            AtomicReference<Boolean> over) throws IOException {
        HttpGet get = new HttpGet(asked);
        begin(get, limits, running, over);
        HttpClientContext context = HttpClientContext.create();
        return client.execute(get, context, response -> {
            try {
                URI next = next(asked, response);
                sink.take(new Exchange(asked, from(context), Heads.of(context.getRequest()), Heads.of(response),
                        response.getCode(), Heads.headers(response), next),
                        Body.of(response.getEntity(), next == null ? limits.bytes() : MOST_OF_A_REDIRECT));
                return next;
            } finally {
                // What is left of the body is not waited for.
                get.cancel();
            }
        });
    }

    private static InetAddress from(HttpClientContext context) {
        return context.getEndpointDetails().getRemoteAddress() instanceof InetSocketAddress connected
                ? connected.getAddress()
                : null;
    }

    private static URI next(URI asked, ClassicHttpResponse response) {
        boolean redirect = switch (response.getCode()) {
            case 301, 302, 303, 307, 308 -> response.getFirstHeader(HttpHeaders.LOCATION) != null;
            default -> false;
        };
        if (!redirect) {
            return null;
        }
        try {
            return asked.resolve(response.getFirstHeader(HttpHeaders.LOCATION).getValue().strip());
        } catch (IllegalArgumentException malformed) {
            throw lost("The site sends it on to something that is no address.");
        }
    }

    private static void check(String site) {
        if (!SITE.matcher(site).matches()) {
            throw new IllegalArgumentException(
                    "CLAIMDESK_FETCH_ALLOWED takes sites as host:port, divided by commas, and not: " + site);
        }
    }

    private static Unfetched late(Limits limits) {
        return new Unfetched(Unfetched.Kind.SLOW,
                "The site took longer than %d seconds.".formatted(limits.time().toSeconds()));
    }

    private static Unfetched lost(String why) {
        return new Unfetched(Unfetched.Kind.REDIRECTS, why);
    }

    private static void cancel(HttpUriRequestBase running) {
        if (running != null) {
            running.cancel();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    }
}
