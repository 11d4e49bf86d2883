package org.claimdesk.claim;

import static org.claimdesk.people.Role.EDITOR;
import static org.claimdesk.people.Role.REPORTER;
import static org.claimdesk.people.Role.REVIEWER;
import static org.claimdesk.people.Role.STANDARDS;

import java.util.Optional;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/**
 * Who may ask that the seal of an interview be opened, and who may grant it: two people, one of them of the standards desk.
 * Pure, like {@link Policy}; pages, API and use cases ask the same rules.
 */
public final class Keyholders {

    private Keyholders() {}

    /** The role in which this person asks, if they may: everybody who works on the claim or judges it. */
    public static Optional<Role> roleToAsk(Facts claim, Acting who) {
        if (who.is(STANDARDS)) {
            return Optional.of(STANDARDS);
        }
        if (who.is(EDITOR)) {
            return Optional.of(EDITOR);
        }
        if (sources(claim, who)) {
            return Optional.of(REPORTER);
        }
        return who.is(REVIEWER) ? Optional.of(REVIEWER) : Optional.empty();
    }

    /**
     * The role in which this person grants or refuses what somebody else has asked for, if they may: the standards desk; where
     * that desk itself has asked, an editor or those whose source it is.
     *
     * @param asked the role of the one who asked
     */
    public static Optional<Role> roleToAnswer(Facts claim, Role asked, Acting who) {
        if (who.is(STANDARDS)) {
            return Optional.of(STANDARDS);
        }
        if (asked != STANDARDS) {
            return Optional.empty();
        }
        if (who.is(EDITOR)) {
            return Optional.of(EDITOR);
        }
        return sources(claim, who) ? Optional.of(REPORTER) : Optional.empty();
    }

    private static boolean sources(Facts claim, Acting who) {
        return who.is(REPORTER) && (who.id().equals(claim.assignee()) || who.worksOn(claim.desk())
                || claim.sourcedBy().contains(who.id()));
    }
}
