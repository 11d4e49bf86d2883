package org.claimdesk.article;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.worth.Worth;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A sentence of a revision: the unit in which an article is accounted for. */
@Entity
class Sentence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sentence")
    @SequenceGenerator(name = "sentence", sequenceName = "sentence_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    @Column(name = "article_id")
    private long article;
    private int revision;
    private int number;
    private int startAt;
    private int endAt;
    @Enumerated(EnumType.STRING)
    private Disposition disposition;
    @Column(name = "entry_id")
    private Long entry;

    private Long carriedFrom;
    private Float score;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reasons;
    @Enumerated(EnumType.STRING)
    private ClaimType suggested;

    protected Sentence() {}

    static Sentence of(long article, int revision, org.claimdesk.text.Sentence split) {
        Sentence sentence = new Sentence();
        sentence.article = article;
        sentence.revision = revision;
        sentence.number = split.number();
        sentence.startAt = split.start();
        sentence.endAt = split.end();
        sentence.disposition = Disposition.UNREVIEWED;
        return sentence;
    }

    /** Says how much it is worth checking, once. */
    void weigh(Worth worth) {
        score = (float) worth.score();
        reasons = worth.reasons();
        suggested = worth.type();
    }

    /**
     * Takes over what was said of the same words in the revision before.
     *
     * @param act the id of the entry of the filing
     */
    void carry(Sentence before, long act) {
        disposition = before.disposition;
        carriedFrom = before.id;
        entry = act;
    }

    /** @param act the id of the entry that tells of it */
    void call(Disposition called, long act) {
        disposition = called;
        entry = act;
    }

    int start() {
        return startAt;
    }

    int end() {
        return endAt;
    }

    int number() {
        return number;
    }

    Disposition disposition() {
        return disposition;
    }
}
