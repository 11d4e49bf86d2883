package org.claimdesk.people;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Signs callers of the API in as OpenID Connect has it (RFC 6750), but checks a token, signature and roles, only once in two
 * seconds: who sends many requests has them checked together. Another token, be it different by a bit, is another one; one
 * that has run out is never known.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class KnownTokens implements HttpAuthenticationMechanism {

    private static final String API = "/api/";

    private final OidcAuthenticationMechanism openIdConnect;
    private final CaffeineCache known;
    private final Clock clock;

    KnownTokens(OidcAuthenticationMechanism openIdConnect, @CacheName("tokens") Cache known, Clock clock) {
        this.openIdConnect = openIdConnect;
        this.known = known.as(CaffeineCache.class);
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        String credentials = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials == null || !call.normalizedPath().startsWith(API)) {
            return openIdConnect.authenticate(call, providers);
        }
        CompletableFuture<SecurityIdentity> sender = known.getIfPresent(credentials);
        return sender != null && isValid(sender.join())
                ? Uni.createFrom().item(sender.join())
                : openIdConnect.authenticate(call, providers).invoke(identity -> keep(credentials, identity));
    }

    private boolean isValid(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && clock.instant().getEpochSecond() < token.getExpirationTime();
    }

    private void keep(String credentials, SecurityIdentity identity) {
        if (identity != null) {
            known.put(credentials, CompletableFuture.completedFuture(identity));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return openIdConnect.getChallenge(call);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return openIdConnect.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
        return openIdConnect.getCredentialTransport(call);
    }

    @Override
    public int getPriority() {
        return openIdConnect.getPriority() + 1;
    }
}
