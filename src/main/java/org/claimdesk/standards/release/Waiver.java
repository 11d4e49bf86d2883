package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;

/** The standards desk lets one item pass as it stands, with a reason, until a day. It is withdrawn once, or ends. */
@Entity
@DynamicUpdate
class Waiver {

    @Id
    private Long id;
    @Column(name = "article_id")
    private long article;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "claim_id")
    private Long claim;
    private Integer sentence;
    @Column(name = "evidence_id")
    private Long evidence;
    @Column(name = "reply_id")
    private Long reply;
    private String stood;
    private String reason;
    private UUID waivedBy;
    private Instant waivedAt;
    private Instant expiresAt;
    @Column(name = "entry_id")
    private long entry;
    private UUID withdrawnBy;
    private Instant withdrawnAt;
    private String withdrawReason;
    private Long withdrawnEntry;

    protected Waiver() {}

    /** @param entry the id of the entry that tells of it */
    static Waiver of(long id, long article, Item item, String reason, Instant expires, UUID by, Instant at,
            long entry) {
        Waiver waiver = new Waiver();
        waiver.id = id;
        waiver.entry = entry;
        waiver.article = article;
        waiver.kind = item.kind();
        waiver.claim = item.claim();
        waiver.sentence = item.sentence();
        waiver.evidence = item.evidence();
        waiver.reply = item.reply();
        waiver.stood = item.stood();
        waiver.reason = reason;
        waiver.waivedBy = by;
        waiver.waivedAt = at;
        waiver.expiresAt = expires;
        return waiver;
    }

    /** @param act the id of the entry that tells of it */
    void withdraw(String why, UUID by, Instant at, long act) {
        if (withdrawnAt != null) {
            throw new IllegalStateException("waiver " + id + " is withdrawn");
        }
        withdrawnBy = by;
        withdrawnAt = at;
        withdrawReason = why;
        withdrawnEntry = act;
    }

    long article() {
        return article;
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    Instant expires() {
        return expiresAt;
    }
}
