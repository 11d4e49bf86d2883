package org.claimdesk.article;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.content.Sha256;
import org.claimdesk.text.Block;
import org.claimdesk.text.Manuscript;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One filed text of an article. It never changes. */
@Entity
@Immutable
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision")
    @SequenceGenerator(name = "revision", sequenceName = "revision_seq", allocationSize = 1)
    private Long id;
    @Column(name = "article_id")
    private long article;
    private int number;
    private String text;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Block> blocks;
    private byte[] digest;
    private UUID filedBy;
    private Instant filedAt;

    protected Revision() {}

    static Revision of(Article article, Manuscript manuscript, UUID by, Instant at) {
        Revision revision = new Revision();
        revision.article = article.id();
        revision.number = article.revision();
        revision.text = manuscript.text();
        revision.blocks = manuscript.blocks();
        revision.digest = Sha256.of(manuscript.text().getBytes(StandardCharsets.UTF_8));
        revision.filedBy = by;
        revision.filedAt = at;
        return revision;
    }

    /** SHA-256 over the canonical text in UTF-8. */
    byte[] digest() {
        return digest.clone();
    }

    long article() {
        return article;
    }

    public int number() {
        return number;
    }

    /** The canonical text. */
    public String text() {
        return text;
    }

    public List<Block> blocks() {
        return blocks;
    }
}
