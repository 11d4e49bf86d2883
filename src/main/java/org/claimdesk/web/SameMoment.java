package org.claimdesk.web;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;
import org.claimdesk.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

/** Tells when an act failed only because another one came first by a moment: the database kept them apart. */
final class SameMoment {

    private static final String STALE = "Somebody has changed it at the same moment. Nothing was done; look again.";

    private SameMoment() {}

    /** The problem in what was thrown, if it is one. */
    static Optional<Problem> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof OptimisticLockException || cause instanceof LockAcquisitionException) {
                return Optional.of(Problem.stale(STALE));
            }
            if (cause instanceof ConstraintViolationException refused) {
                return refused(refused);
            }
        }
        return Optional.empty();
    }

    /** Two entries for one version of a claim, two erasures of one text, and two claims on the same words, are told by the index that forbids them. */
    private static Optional<Problem> refused(ConstraintViolationException refused) {
        String constraint = refused.getConstraintName() == null ? "" : refused.getConstraintName();
        return switch (constraint) {
            case "entry_of_claim", "erasure_pkey" -> Optional.of(Problem.stale(STALE));
            case "claim_words_once" ->
                Optional.of(Problem.conflict("Somebody has marked these words at the same moment.", List.of()));
            default -> Optional.empty();
        };
    }
}
