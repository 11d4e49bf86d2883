package org.claimdesk.web;

import java.util.List;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Desk;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;

/** What every page's frame says of the person looking at it. */
@Named("shell")
@Unremovable
@RequestScoped
public class Shell {

    private final SignedIn signedIn;
    private final SecurityIdentity identity;

    Shell(SignedIn signedIn, SecurityIdentity identity) {
        this.signedIn = signedIn;
        this.identity = identity;
    }

    public boolean anybody() {
        return !identity.isAnonymous();
    }

    /** Tells this person's drafts in the browser from another's. */
    public String id() {
        return who().id().toString();
    }

    public String name() {
        return who().name();
    }

    /** Roles and desks in words, such as "reporter · Immigration". */
    public String standing() {
        List<String> roles = who().roles().stream().sorted().map(Role::word).toList();
        List<String> desks = who().desks().stream().sorted().map(Desk::nameOf).toList();
        return (roles.isEmpty() ? "no role" : String.join(", ", roles))
                + (desks.isEmpty() ? "" : " · " + String.join(", ", desks));
    }

    public boolean editor() {
        return who().is(Role.EDITOR);
    }

    /** Whether the standards desk's pages are for them. */
    public boolean standards() {
        return who().is(Role.STANDARDS) || who().is(Role.EDITOR);
    }

    private Acting who() {
        return signedIn.acting();
    }
}
