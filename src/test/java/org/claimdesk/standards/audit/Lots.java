package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.ledger.tree.Sequenced;

/** Verdicts that were drawn, for tests: the ledger grows and draws are finished when they say so. */
@ApplicationScoped
public class Lots {

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private final Story story;
    private final Drawing drawing;
    private final AuditReading reading;
    private final Auditing auditing;
    private final Sequenced sequenced;

    Lots(Story story, Drawing drawing, AuditReading reading, Auditing auditing, Sequenced sequenced) {
        this.story = story;
        this.drawing = drawing;
        this.reading = reading;
        this.auditing = auditing;
        this.sequenced = sequenced;
    }

    static Sample of(long article, int size) {
        return new Sample(article, null, LONG_AGO, FAR_AHEAD, size);
    }

    /** An article with so many verified claims. */
    long anArticleWith(int verdicts) {
        long article = story.anArticle(verdicts, "");
        for (int i = 1; i <= verdicts; i++) {
            story.aVerifiedClaim(article, i);
        }
        return article;
    }

    /** Drawn by stella, of this article. */
    long drawn(long article, int size) {
        long draw = drawing.draw(of(article, size), story.person("stella"));
        finish();
        return draw;
    }

    void finish() {
        sequenced.now();
        drawing.complete();
    }

    List<AuditLine> audits(long draw) {
        return QuarkusTransaction.requiringNew().call(() -> reading.ofDraw(draw, 0, Sample.MOST));
    }

    /** Every verdict of an article, drawn, and audited by stella with these ratings, in the order of their claims. */
    public void audited(long article, Rating... ratings) {
        List<AuditLine> drawn = audits(drawn(article, ratings.length)).stream()
                .sorted(Comparator.comparing(AuditLine::claim))
                .toList();
        for (int i = 0; i < ratings.length; i++) {
            auditing.take(drawn.get(i).id(), story.person("stella"));
            auditing.give(drawn.get(i).id(), ratings[i], "The log says so.", story.person("stella"));
        }
    }

    /** The only verdict of a new article, drawn. */
    public AuditLine one() {
        return audits(drawn(anArticleWith(1), 1)).get(0);
    }

    AuditSheet sheet(long audit) {
        return QuarkusTransaction.requiringNew().call(() -> reading.sheet(audit, story.person("stella")));
    }
}
