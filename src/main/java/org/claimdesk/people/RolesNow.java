package org.claimdesk.people;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Takes from a token the roles that Keycloak has taken from the person since it was issued. It never adds a role. While
 * Keycloak is away the token counts as it is, until it expires.
 */
@ApplicationScoped
class RolesNow implements SecurityIdentityAugmentor {

    private static final Logger LOG = Logger.getLogger(RolesNow.class);

    private final Directory directory;

    RolesNow(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> {
            Set<Role> roles = Role.among(identity.getRoles());
            try {
                roles.retainAll(directory.rolesOf(UUID.fromString(token.getSubject())));
            } catch (Problem away) {
                LOG.warnf("Roles are those of the token: %s", away.getMessage());
            }
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addCredentials(identity.getCredentials())
                    .addAttributes(identity.getAttributes())
                    .addRoles(roles.stream().map(Role::word).collect(Collectors.toSet()))
                    .build();
        });
    }
}
