package org.claimdesk.article;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** A story on its way to print; its text is that of its latest revision. */
@Entity
public class Article {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article")
    @SequenceGenerator(name = "article", sequenceName = "article_seq", allocationSize = 1)
    private Long id;
    @Version
    private int version;
    private String slug;
    private String headline;
    private String byline;
    private String desk;
    private String address;
    private Instant deadline;
    private int revision;
    private UUID filedBy;
    private Instant filedAt;
    @ElementCollection
    @CollectionTable(name = "article_author", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "person_id")
    private Set<UUID> authors = new HashSet<>();

    protected Article() {}

    static Article filed(Submission submission, String headline, String byline, Set<UUID> authors, UUID by,
            Instant at) {
        Article article = new Article();
        article.slug = submission.slug();
        article.headline = headline;
        article.byline = byline;
        article.desk = submission.desk();
        article.address = submission.address();
        article.deadline = submission.deadline();
        article.authors.addAll(authors);
        article.revision = 1;
        article.filedBy = by;
        article.filedAt = at;
        return article;
    }

    /** Those of these people who are no author yet. */
    Set<UUID> newAuthors(Set<UUID> named) {
        Set<UUID> fresh = new HashSet<>(named);
        fresh.removeAll(authors);
        return fresh;
    }

    /** A new text stands. Without a byline of its own the old one does. */
    void revise(String newHeadline, String newByline, Set<UUID> named) {
        revision++;
        headline = newHeadline;
        byline = newByline.isEmpty() ? byline : newByline;
        authors.addAll(named);
    }

    public Long id() {
        return id;
    }

    public String desk() {
        return desk;
    }

    public Instant deadline() {
        return deadline;
    }

    /** The number of the revision that stands. */
    public int revision() {
        return revision;
    }
}
