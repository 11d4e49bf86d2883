package org.claimdesk.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.DnsResolver;
import org.claimdesk.problem.Problem;

/**
 * Finds the addresses of a host, and checks them here, where the client takes those that it connects to: a name that means
 * something else a moment later has no second chance. One address that is not public is enough to refuse them all.
 */
final class Names implements DnsResolver {

    private static final int SECONDS = 5;

    private final Set<String> allowed;
    private final ExecutorService threads;

    /** @param allowed sites, as host:port, whose addresses may be any */
    Names(Set<String> allowed, ExecutorService threads) {
        this.allowed = allowed;
        this.threads = threads;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return checked(host, found(host));
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] found = found(host);
        InetAddress[] usable = allows(host, port) ? found : checked(host, found);
        return Arrays.stream(usable).map(address -> new InetSocketAddress(address, port)).toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean allows(String host, int port) {
        return allowed.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
    }

    Set<String> allowed() {
        return allowed;
    }

    private static InetAddress[] checked(String host, InetAddress[] found) {
        for (InetAddress address : found) {
            if (!PublicAddresses.has(address)) {
                throw new Unfetched(Unfetched.Kind.NOT_PUBLIC,
                        "%s is not on the public web, and only that is fetched.".formatted(host));
            }
        }
        return found;
    }

    /** Java waits for a name as long as the system does; nobody else here does. */
    private InetAddress[] found(String host) throws UnknownHostException {
        Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return found.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new UnknownHostException(host);
        } catch (TimeoutException late) {
            found.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is stopping.", interrupted);
        }
    }
}
