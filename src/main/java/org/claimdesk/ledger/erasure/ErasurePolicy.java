package org.claimdesk.ledger.erasure;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/** Who may erase: buttons and endpoints ask the same rule. The database refuses whoever wrote the text on its own. */
public final class ErasurePolicy {

    private ErasurePolicy() {}

    /** Why this person may not erase what these people wrote, or nothing. */
    public static Optional<String> refusal(Acting who, Collection<UUID> authors) {
        if (!who.is(Role.STANDARDS)) {
            return Optional.of("Only the standards desk erases a text.");
        }
        return authors.stream().anyMatch(who::is)
                ? Optional.of("You wrote it yourself. Somebody else of the standards desk erases it.")
                : Optional.empty();
    }
}
