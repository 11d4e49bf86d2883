package org.claimdesk.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the service needs from its environment, for the local PostgreSQL and Keycloak. */
final class Surroundings {

    private static final int LEDGER_KEY_BYTES = 32;

    private Surroundings() {}

    static Map<String, String> of(LocalPostgres postgres, String keycloak, Path evidence, Secrets secrets) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("CLAIMDESK_DB_URL", postgres.url("claimdesk"));
        environment.put("CLAIMDESK_DB_USER", LocalPostgres.SERVICE);
        environment.put("CLAIMDESK_DB_PASSWORD", secrets.of("postgres." + LocalPostgres.SERVICE));
        environment.put("CLAIMDESK_DB_OWNER", LocalPostgres.OWNER);
        environment.put("CLAIMDESK_DB_OWNER_PASSWORD", secrets.of("postgres." + LocalPostgres.OWNER));
        environment.put("CLAIMDESK_KEYCLOAK_URL", keycloak);
        environment.put("CLAIMDESK_OIDC_URL", keycloak + "/realms/newsroom");
        environment.put("CLAIMDESK_OIDC_SECRET", secrets.of("keycloak.pages"));
        environment.put("CLAIMDESK_DIRECTORY_SECRET", secrets.of("keycloak.directory"));
        environment.put("CLAIMDESK_SESSION_SECRET", secrets.of("service.session"));
        environment.put("CLAIMDESK_SEAL_KEY", "local:" + secrets.keyOf("service.seal"));
        environment.put("CLAIMDESK_LEDGER_ORIGIN", "localhost/claimdesk");
        environment.put("CLAIMDESK_LEDGER_KEY", secrets.of("ledger.key", LEDGER_KEY_BYTES));
        environment.put("CLAIMDESK_LOG_JSON", "false");
        environment.put("CLAIMDESK_EVIDENCE_DIRECTORY", evidence.toString());
        return environment;
    }
}
