package org.claimdesk.evidence.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.claim.Story;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;

/** Looks at content at a time of the test's own. */
@ApplicationScoped
public class Onlooker {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Story story;
    private final ContentStore store;
    private final Looks looks;
    private final Looking looking;
    private final Pictures pictures;

    Onlooker(Story story, ContentStore store, Looks looks, Looking looking, Pictures pictures) {
        this.story = story;
        this.store = store;
        this.looks = looks;
        this.looking = looking;
        this.pictures = pictures;
    }

    /** Attaches a file of rafael's, which nobody has looked at then. @return the id of the evidence */
    long attach(long claim, byte[] content, String name) {
        try {
            return story.checking()
                    .attach(story.ref(claim),
                            new Piece.File(new Piece.About("The " + name, Stance.SUPPORTS, "", ""),
                                    store.keep(new ByteArrayInputStream(content), name), name),
                            story.person("rafael"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A PDF file that no other test has, of three pages. */
    static byte[] log() {
        return Specimens.pdf("The log, number " + number(),
                "Eleven boats came\nat night. Nobody slept.",
                "Nobody slept.");
    }

    /** One that no other test has. */
    static int number() {
        return NUMBER.incrementAndGet();
    }

    /** The page of a piece. */
    static String page(long claim, long evidence) {
        return "/claims/" + claim + "/evidence/" + evidence;
    }

    /** Looks at all that waits. */
    public void looks() {
        LookWorker worker = ahead(Duration.ofSeconds(1));
        boolean more = true;
        while (more) {
            more = worker.runNext();
        }
    }

    LookWorker ahead(Duration ahead) {
        return new LookWorker(looks, looking, pictures, Clock.offset(Clock.systemUTC(), ahead), false);
    }

    Looks jobs() {
        return looks;
    }
}
