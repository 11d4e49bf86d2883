package org.claimdesk.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** One act in the history. Written once; the database refuses to change or delete it. */
@Entity
class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entry")
    @SequenceGenerator(name = "entry", sequenceName = "entry_seq", allocationSize = 1)
    private Long id;
    private Instant at;
    @Column(name = "person_id")
    private UUID person;
    private String role;
    private String act;
    @Column(name = "article_id")
    private Long article;
    @Column(name = "source_id")
    private Long source;
    @Column(name = "claim_id")
    private Long claim;
    private Integer claimVersion;
    private String fromState;
    private String toState;
    private String body;

    protected Entry() {}

    static Entry of(Act act, String body) {
        Entry entry = new Entry();
        // As its body says it: the database would round where that cuts.
        entry.at = act.at().truncatedTo(ChronoUnit.MICROS);
        entry.person = act.who().id();
        entry.role = act.role();
        entry.act = act.name();
        entry.article = act.article();
        entry.source = act.source();
        if (act.claim() != null) {
            entry.claim = act.claim().id();
            entry.claimVersion = act.claim().version();
            entry.fromState = act.claim().from();
            entry.toState = act.claim().to();
        }
        entry.body = body;
        return entry;
    }

    Long id() {
        return id;
    }
}
