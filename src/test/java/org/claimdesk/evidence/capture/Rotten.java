package org.claimdesk.evidence.capture;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.fetch.Limits;

/** Links whose pages change, for tests elsewhere. */
@ApplicationScoped
public class Rotten {

    private final Bed bed;

    Rotten(Bed bed) {
        this.bed = bed;
    }

    /** A link on a claim, captured as it is. @return the path of its page and the id of the evidence */
    public Linked captured(long claim) {
        String path = bed.path();
        page(path, "eleven");
        return new Linked(claim, path, bed.captured(claim, path));
    }

    /** A page behind a link. */
    public record Linked(long claim, String path, long evidence) {}

    /** Its page has changed, and the service has seen it. */
    public void changed(Linked link, String word) {
        page(link.path(), word);
        bed.look(link.claim(), link.evidence());
    }

    /** Its page has changed and was fetched. @return what tells the service of it */
    public Runnable fetched(Linked link, String word) {
        page(link.path(), word);
        bed.again(link.claim(), link.evidence());
        Instant now = Instant.now();
        Job job = bed.captures().next(now, now.plusSeconds(60)).orElseThrow();
        Taken taken = bed.taking().take(job.address(), Limits.CAPTURE, bytes -> {});
        return () -> bed.captures().done(job, taken, now);
    }

    public void accepted(Linked link, String username) {
        bed.accept(link.claim(), link.evidence(), username);
    }

    private void page(String path, String word) {
        bed.site()
                .page(path, "<html><body><article><p>The log of the harbor says that " + word
                        + " people were on the boat that night, and that nobody else was seen.</p></article></body></html>");
    }
}
