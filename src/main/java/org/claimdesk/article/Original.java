package org.claimdesk.article;

import java.util.HexFormat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.content.Stored;
import org.hibernate.annotations.Immutable;

/** What a revision was made of, as it was brought in; its bytes are in the store. It never changes. */
@Entity
@Immutable
class Original {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "original")
    @SequenceGenerator(name = "original", sequenceName = "original_seq", allocationSize = 1)
    private Long id;
    @Column(name = "article_id")
    private long article;
    private int revision;
    @Enumerated(EnumType.STRING)
    private Copy.Format format;
    private byte[] digest;
    private long size;
    private String mediaType;
    private String charset;
    private String name;
    private String address;

    protected Original() {}

    static Original of(long article, Revision revision, Copy copy, Stored stored) {
        Original original = new Original();
        original.article = article;
        original.revision = revision.number();
        original.format = copy.format();
        original.digest = HexFormat.of().parseHex(stored.digest());
        original.size = stored.size();
        original.mediaType = stored.mediaType();
        original.charset = copy.charset();
        original.name = copy.name();
        original.address = copy.address();
        return original;
    }

    /** SHA-256, lower-case hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(digest);
    }

    /** Under which it is saved: its own name, else one made of the article's number. */
    String fileName() {
        return name != null ? name : "article-%d-%d.%s".formatted(article, revision, format.ending());
    }
}
