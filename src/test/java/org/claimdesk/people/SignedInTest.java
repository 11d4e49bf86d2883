package org.claimdesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class SignedInTest {

    private static final UUID ANNA = UUID.fromString("2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11");

    @Test
    void thePersonIsReadFromTheToken() {
        JwtClaims claims = claims();
        claims.setStringClaim("preferred_username", "anna");
        claims.setStringClaim("name", "Anna Ruiz");
        claims.setStringListClaim("groups", List.of("/desks/immigration", "/staff", "/desks", "desks/sports"));

        assertThat(acting(claims, "reporter", "editor", "offline_access")).isEqualTo(new Acting(ANNA, "anna",
                "Anna Ruiz", Set.of(Role.REPORTER, Role.EDITOR), Set.of("/desks/immigration")));
    }

    @Test
    void whoHasNoNameIsCalledByTheirUsername() {
        JwtClaims claims = claims();
        claims.setStringClaim("preferred_username", "anna");
        claims.setStringClaim("name", " ");

        assertThat(acting(claims).name()).isEqualTo("anna");
    }

    /** Keycloak's lightweight tokens carry neither. */
    @Test
    void whoHasNeitherNameNorUsernameIsCalledByTheirId() {
        Acting acting = acting(claims());

        assertThat(acting.username()).isEqualTo(ANNA.toString());
        assertThat(acting.name()).isEqualTo(ANNA.toString());
        assertThat(acting.roles()).isEmpty();
        assertThat(acting.desks()).isEmpty();
    }

    @Test
    void nobodyIsSignedInWithoutAToken() {
        SignedIn anonymous = new SignedIn(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        SignedIn withoutToken = new SignedIn(QuarkusSecurityIdentity.builder().setPrincipal(() -> "anna").build());

        assertThatThrownBy(anonymous::acting).isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(withoutToken::acting).isInstanceOf(UnauthorizedException.class);
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(ANNA.toString());
        return claims;
    }

    private static Acting acting(JwtClaims claims, String... roles) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRoles(Set.of(roles))
                .build();
        return new SignedIn(identity).acting();
    }
}
