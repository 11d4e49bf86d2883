package org.claimdesk.local;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL and a real Keycloak with the newsroom's realm and demo people, on data that is thrown away. */
public class NewsroomServers implements QuarkusTestResourceLifecycleManager {

    private static volatile ThrowAway running;

    @Override
    public Map<String, String> start() {
        running = ThrowAway.start(Path.of("target", "servers"));
        Tokens.realm = running.realm();
        return running.environment();
    }

    /** What is running, for tests that speak to it past the service. */
    public static ThrowAway running() {
        return running;
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
        }
    }
}
