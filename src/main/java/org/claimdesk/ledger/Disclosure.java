package org.claimdesk.ledger;

import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The texts that an entry commits to, with their salts; kept beside the entry so that they can be erased. */
@Entity
class Disclosure {

    @Id
    @Column(name = "entry_id")
    private Long entry;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Text> texts;

    /** @param salt 16 random bytes, base64 */
    record Text(String salt, String text) {}

    protected Disclosure() {}

    Disclosure(Long entry, Map<String, Text> texts) {
        this.entry = entry;
        this.texts = texts;
    }
}
