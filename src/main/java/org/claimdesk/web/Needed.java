package org.claimdesk.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the environment has to say. Quarkus reads it before anything is connected or migrated, and does not start where a
 * setting is missing or empty or a key is too short to be one; it then names every one of them.
 */
@ConfigMapping(prefix = "")
interface Needed {

    /** The shortest key that is taken, in characters. */
    int SHORTEST_KEY = 32;
    String EMPTY = " is empty";
    String SHORT = " is shorter than {min} characters";

    @WithName("CLAIMDESK_DB_URL")
    @NotBlank(message = "CLAIMDESK_DB_URL" + EMPTY)
    String database();

    @WithName("CLAIMDESK_DB_USER")
    @NotBlank(message = "CLAIMDESK_DB_USER" + EMPTY)
    String user();

    @WithName("CLAIMDESK_DB_PASSWORD")
    @NotBlank(message = "CLAIMDESK_DB_PASSWORD" + EMPTY)
    String password();

    @WithName("CLAIMDESK_DB_OWNER")
    @NotBlank(message = "CLAIMDESK_DB_OWNER" + EMPTY)
    String owner();

    @WithName("CLAIMDESK_DB_OWNER_PASSWORD")
    @NotBlank(message = "CLAIMDESK_DB_OWNER_PASSWORD" + EMPTY)
    String ownerPassword();

    @WithName("CLAIMDESK_OIDC_URL")
    @NotBlank(message = "CLAIMDESK_OIDC_URL" + EMPTY)
    String realm();

    @WithName("CLAIMDESK_OIDC_SECRET")
    @NotBlank(message = "CLAIMDESK_OIDC_SECRET" + EMPTY)
    String pagesSecret();

    @WithName("CLAIMDESK_KEYCLOAK_URL")
    @NotBlank(message = "CLAIMDESK_KEYCLOAK_URL" + EMPTY)
    String keycloak();

    @WithName("CLAIMDESK_DIRECTORY_SECRET")
    @NotBlank(message = "CLAIMDESK_DIRECTORY_SECRET" + EMPTY)
    String directorySecret();

    @WithName("CLAIMDESK_SESSION_SECRET")
    @Size(min = SHORTEST_KEY, message = "CLAIMDESK_SESSION_SECRET" + SHORT)
    String sessionKey();

    @WithName("CLAIMDESK_EVIDENCE_DIRECTORY")
    @NotBlank(message = "CLAIMDESK_EVIDENCE_DIRECTORY" + EMPTY)
    String evidence();

    @WithName("CLAIMDESK_LEDGER_ORIGIN")
    @Pattern(regexp = "[^\\s+]+", message = "CLAIMDESK_LEDGER_ORIGIN is empty or has spaces or + in it")
    String ledger();

    @WithName("CLAIMDESK_LEDGER_KEY")
    @Pattern(regexp = "[0-9a-fA-F]{64}", message = "CLAIMDESK_LEDGER_KEY is not 64 hexadecimal digits")
    String ledgerKey();
}
