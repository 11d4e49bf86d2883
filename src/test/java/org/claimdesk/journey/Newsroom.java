package org.claimdesk.journey;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.claimdesk.fetch.HostileServer;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.ThrowAway;

/** PostgreSQL, Keycloak, the packaged service and browsers: started once, and stopped when the last test is done. */
final class Newsroom implements AutoCloseable {

    private final ThrowAway servers;
    private final PackagedService service;
    /** Those that nobody drives: one bears one driver at a time. */
    private final Queue<Chromium> browsers = new ConcurrentLinkedQueue<>();
    private final HostileServer site;
    /** The cookies of those who have signed in, so that not every test waits for Keycloak's hashing. */
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    private Newsroom(ThrowAway servers, PackagedService service, Chromium chromium, HostileServer site) {
        this.site = site;
        this.servers = servers;
        this.service = service;
        browsers.add(chromium);
    }

    static Newsroom open() {
        Chromium chromium = Chromium.start();
        HostileServer site = HostileServer.start();
        ThrowAway servers = null;
        try {
            servers = ThrowAway.start(Path.of("target", "servers-it"));
            return new Newsroom(servers, servers.service(Map.of("CLAIMDESK_FETCH_ALLOWED", site.site())), chromium,
                    site);
        } catch (RuntimeException failed) {
            if (servers != null) {
                servers.close();
            }
            site.close();
            chromium.close();
            throw failed;
        }
    }

    /** A site that the service may fetch from though it is on this machine. */
    HostileServer site() {
        return site;
    }

    ThrowAway servers() {
        return servers;
    }

    PackagedService service() {
        return service;
    }

    /** A browser for one test, to be brought back. */
    Chromium lends() {
        Chromium idle = browsers.poll();
        return idle == null ? Chromium.start() : idle;
    }

    void takesBack(Chromium chromium) {
        browsers.add(chromium);
    }

    Map<String, String> sessions() {
        return sessions;
    }

    @Override
    public void close() {
        try (servers; service; site) {
            browsers.forEach(Chromium::close);
        }
    }
}
