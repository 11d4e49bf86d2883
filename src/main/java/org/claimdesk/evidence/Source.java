package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * Who or what evidence comes from, by its name. It comes into being with the first evidence that names it, keeps its name,
 * and may be discredited once; then it counts for nothing.
 */
@Entity
public class Source {

    @Id
    private Long id;
    @Column(updatable = false)
    private String name;
    private UUID discreditedBy;
    private Instant discreditedAt;
    private String discreditReason;

    protected Source() {}

    /** @throws Problem conflict where it is discredited already, bad input without a reason */
    void discredit(String reason, UUID by, Instant at) {
        if (discreditedAt != null) {
            throw Problem.conflict("This source has been discredited already.", List.of());
        }
        discreditReason = Input.prose("reason", reason, "Say why it is discredited.");
        discreditedBy = by;
        discreditedAt = at;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Why it is discredited, or null. */
    public String discreditReason() {
        return discreditReason;
    }
}
