package org.claimdesk.standards.audit;

import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Blind.Hidden;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.sql.Rows;

/** What is hidden from the person of this request, asked once, and again after an act that changes it. */
@RequestScoped
class BlindNow {

    private static final String SQL = "select claim_id, article_id from audit where taken_by = ?1 and rating is null";

    private final EntityManager database;
    private final SecurityIdentity identity;
    private final SignedIn signedIn;
    private Hidden hidden;

    BlindNow(EntityManager database, SecurityIdentity identity, SignedIn signedIn) {
        this.database = database;
        this.identity = identity;
        this.signedIn = signedIn;
    }

    Hidden hidden() {
        if (hidden == null) {
            hidden = identity.isAnonymous() ? Hidden.NOTHING : from(signedIn.acting());
        }
        return hidden;
    }

    void forget() {
        hidden = null;
    }

    /** Only the standards desk takes audits; who has left it sees what all others see. */
    private Hidden from(Acting who) {
        if (!who.is(Role.STANDARDS)) {
            return Hidden.NOTHING;
        }
        List<Tuple> rows = QuarkusTransaction.joiningExisting().call(() -> Rows.of(database, SQL, who.id()));
        return new Hidden(rows.stream().map(row -> row.get(0, Long.class)).collect(Collectors.toUnmodifiableSet()),
                rows.stream().map(row -> row.get(1, Long.class)).collect(Collectors.toUnmodifiableSet()));
    }
}
