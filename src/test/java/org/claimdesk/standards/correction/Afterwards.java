package org.claimdesk.standards.correction;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.capture.Bed;
import org.claimdesk.standards.release.Press;

/** Articles of a test's own that were published, and what comes out about them. */
@ApplicationScoped
class Afterwards {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final String PAGE = "<h1>Log</h1><p>Eleven people came over in the night, the harbor says, and all were well.</p>";

    private final Story story;
    private final Press press;
    private final Bed bed;
    private final CaseReading cases;
    private final Correcting correcting;

    Afterwards(Story story, Press press, Bed bed, CaseReading cases, Correcting correcting) {
        this.story = story;
        this.press = press;
        this.bed = bed;
        this.cases = cases;
        this.correcting = correcting;
    }

    long published(int claims) {
        long article = press.anOpenArticle(claims);
        publish(article);
        return article;
    }

    void publish(long article) {
        press.release(article, "edith");
        press.publish(article, press.gate(article).revision(), address(), null, "edith");
    }

    static String address() {
        return "https://paper.example/boats-" + NUMBER.incrementAndGet();
    }

    long claim(long article) {
        return story.lines(article).get(0).id();
    }

    void overturn(long claim) {
        story.checking().overturn(story.ref(claim), "That is the log of another year.", story.person("stella"));
    }

    /** A claim of a published article whose page is captured. @return the claim and the piece of evidence */
    long[] onAPage(String path) {
        long article = story.anArticle(1, "");
        long claim = story.anAssignedClaim(article, 1);
        bed.site().page(path, PAGE);
        long link = bed.captured(claim, path);
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "The log says so.", null, null,
                        story.person("viktor"));
        press.account(article);
        publish(article);
        return new long[]{claim, link};
    }

    List<CaseLine> cases(long article) {
        return QuarkusTransaction.requiringNew().call(() -> cases.all(article, Long.MAX_VALUE, 50));
    }

    CaseSheet sheet(long id) {
        return QuarkusTransaction.requiringNew().call(() -> cases.sheet(id));
    }

    /** The only case of an article. */
    CaseSheet only(long article) {
        List<CaseLine> all = cases(article);
        if (all.size() != 1) {
            throw new AssertionError("one case was expected: " + all);
        }
        return sheet(all.get(0).id());
    }

    /** What the only case of an article is about, in order. */
    List<Cause> causes(long article) {
        return only(article).happened().stream().map(CauseLine::cause).toList();
    }

    static NewCorrection words(String text, Long follows) {
        return new NewCorrection(CorrectionKind.CORRECTION, text, null, Spot.TOP, null, follows);
    }

    /** A published article whose first claim was overturned and corrected. @return the id of the correction */
    long corrected(long article, String text) {
        overturn(claim(article));
        return correcting.correct(only(article).line().id(), words(text, null), story.person("stella"));
    }
}
