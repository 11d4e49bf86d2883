package org.claimdesk.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the acting person from the token of the request. */
@RequestScoped
public class SignedIn {

    private final SecurityIdentity identity;
    private Acting acting;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Read once in a request. @throws UnauthorizedException where nobody is signed in */
    public Acting acting() {
        if (acting == null) {
            acting = read();
        }
        return acting;
    }

    private Acting read() {
        JsonWebToken token = token();
        String known = token.getClaim(Claims.preferred_username);
        String username = known == null ? token.getSubject() : known;
        String name = token.getClaim("name");
        return new Acting(UUID.fromString(token.getSubject()), username,
                name == null || name.isBlank() ? username : name,
                Role.among(identity.getRoles()), desks(token));
    }

    /** When the token runs out. @throws UnauthorizedException where nobody is signed in */
    public Instant until() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    private JsonWebToken token() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        return token;
    }

    private static Set<String> desks(JsonWebToken token) {
        Set<String> desks = new HashSet<>();
        Object groups = token.getClaim("groups");
        if (groups instanceof JsonArray array) {
            array.getValuesAs(JsonString.class).forEach(group -> desks.add(group.getString()));
        } else if (groups instanceof Iterable<?> many) {
            many.forEach(group -> desks.add(group.toString()));
        }
        desks.removeIf(group -> !group.startsWith("/desks/"));
        return desks;
    }
}
