package org.claimdesk.content;

import java.util.Set;

/** Says which content something has a record of. Each package that keeps content in the store has one. */
public interface References {

    /** Digests, SHA-256 in lower-case hexadecimal. Called within a transaction. */
    Set<String> digests();
}
