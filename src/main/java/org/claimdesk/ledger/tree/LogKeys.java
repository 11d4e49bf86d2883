package org.claimdesk.ledger.tree;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys this instance signs with, from its settings; the database has only their public halves. */
@ApplicationScoped
class LogKeys {

    private final String origin;
    private final SigningKey key;
    private final Optional<SigningKey> before;

    /**
     * @param origin the name of the log, which its key bears too
     * @param key    64 hexadecimal digits
     * @param before the key before it, while it is handed over
     */
    LogKeys(@ConfigProperty(name = "claimdesk.ledger.origin") String origin,
            @ConfigProperty(name = "claimdesk.ledger.key") String key,
            @ConfigProperty(name = "claimdesk.ledger.key-before") Optional<String> before) {
        this.origin = origin;
        this.key = SigningKey.of(origin, VerifierKey.Kind.NOTE, key);
        this.before = before.filter(set -> !set.isBlank())
                .map(set -> SigningKey.of(origin, VerifierKey.Kind.NOTE, set));
    }

    String origin() {
        return origin;
    }

    SigningKey key() {
        return key;
    }

    Optional<SigningKey> before() {
        return before;
    }
}
