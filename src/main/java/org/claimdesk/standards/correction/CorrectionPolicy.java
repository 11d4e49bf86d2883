package org.claimdesk.standards.correction;

import static org.claimdesk.people.Role.STANDARDS;

import java.util.Optional;

import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;

/** Who decides on corrections. Buttons and endpoints ask the same rules. Pure; the database holds them too. */
final class CorrectionPolicy {

    private CorrectionPolicy() {}

    static Optional<String> refusalToCorrect(Acting who) {
        return who.is(STANDARDS) ? Optional.empty() : Optional.of("Only the standards desk issues corrections.");
    }

    /**
     * Own mistakes are corrected by anybody of the standards desk, and waved through by somebody else.
     *
     * @param part whether they sourced or verified the claim or wrote the article
     */
    static Optional<String> refusalToNeedNone(boolean part, Acting who) {
        if (!who.is(STANDARDS)) {
            return Optional.of("Only the standards desk says that no correction is needed.");
        }
        return part
                ? Optional.of(
                        "You sourced or verified this claim or wrote the article. Somebody else says that no correction is needed.")
                : Optional.empty();
    }

    /** @throws Problem forbidden */
    static void require(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw Problem.forbidden(why);
        });
    }
}
