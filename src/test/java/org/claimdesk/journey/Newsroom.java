package org.claimdesk.journey;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.claimdesk.fetch.HostileServer;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.ThrowAway;

/** PostgreSQL, Keycloak, the packaged service and a browser: started once, and stopped when the last test is done. */
final class Newsroom implements AutoCloseable {

    private final ThrowAway servers;
    private final PackagedService service;
    private final Chromium chromium;
    private final HostileServer site;
    /** The cookies of those who have signed in, so that not every test waits for Keycloak's hashing. */
    private final Map<String, String> sessions = new HashMap<>();

    private Newsroom(ThrowAway servers, PackagedService service, Chromium chromium, HostileServer site) {
        this.site = site;
        this.servers = servers;
        this.service = service;
        this.chromium = chromium;
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

    Chromium chromium() {
        return chromium;
    }

    Map<String, String> sessions() {
        return sessions;
    }

    @Override
    public void close() {
        try (servers; service; chromium; site) {
            sessions.clear();
        }
    }
}
