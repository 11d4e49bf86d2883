package org.claimdesk.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several instances of the packaged service on one database, and a proxy before them; any of them may be killed. */
public final class Instances implements AutoCloseable {

    private final List<PackagedService> started;
    private final List<PackagedService> all;
    private final RoundRobin proxy;

    private Instances(List<PackagedService> running, List<PackagedService> started) {
        this.started = started;
        all = new ArrayList<>(running);
        all.addAll(started);
        proxy = new RoundRobin(all.stream().map(PackagedService::address).toList());
    }

    /**
     * Starts so many at the same time.
     *
     * @param running that are there already and stand behind the proxy too; not ended with these
     */
    static Instances start(int many, IntFunction<PackagedService> starter, List<PackagedService> running) {
        List<CompletableFuture<PackagedService>> starting = IntStream.range(0, many)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> starter.apply(number)))
                .toList();
        return new Instances(running, starting.stream().map(CompletableFuture::join).toList());
    }

    /** A proxy before instances that go on when it is closed. */
    public static Instances before(List<PackagedService> running) {
        return new Instances(running, List.of());
    }

    /** Of the proxy. */
    public String address() {
        return proxy.address();
    }

    /** Those that were running first. */
    public List<PackagedService> all() {
        return all;
    }

    @Override
    public void close() {
        proxy.close();
        started.forEach(PackagedService::close);
    }
}
