package org.claimdesk.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.claimdesk.fetch.HostileServer;

/** A real PostgreSQL and a real Keycloak with the newsroom's realm and demo people, on data that is thrown away. */
public class NewsroomServers implements QuarkusTestResourceLifecycleManager {

    /** The secret of the one system that is told: the site, at /hook. */
    public static final String WEBHOOK_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static volatile ThrowAway running;
    private static volatile HostileServer site;

    @Override
    public Map<String, String> start() {
        running = ThrowAway.start(Path.of("target", "servers"));
        Tokens.realm = running.realm();
        site = HostileServer.start();
        Map<String, String> environment = new HashMap<>(running.environment());
        environment.put("CLAIMDESK_FETCH_ALLOWED", site.site());
        environment.put("claimdesk.webhooks.cms.url", site.address("/hook"));
        environment.put("claimdesk.webhooks.cms.secret", WEBHOOK_SECRET);
        return environment;
    }

    /** What is running, for tests that speak to it past the service. */
    public static ThrowAway running() {
        return running;
    }

    /** A site that the service may fetch from though it is on this machine. */
    public static HostileServer site() {
        return site;
    }

    @Override
    public void stop() {
        if (site != null) {
            site.close();
        }
        if (running != null) {
            running.close();
        }
    }
}
