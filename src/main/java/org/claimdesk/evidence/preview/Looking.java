package org.claimdesk.evidence.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.evidence.apart.Findings;
import org.claimdesk.evidence.apart.Show;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at content: makes its text once, and the pictures of its pages when they are first asked for. */
@ApplicationScoped
class Looking {

    /** So many pages are drawn together: starting a process takes longer than drawing one. */
    private static final int TOGETHER = 5;
    private static final int PATIENCE_SECONDS = 20;

    private final Contents contents;
    private final ReaderProcess reader;
    private final Pictures pictures;
    private final Semaphore processes;

    /** @param atOnce how many processes run at once on this instance */
    Looking(Contents contents, ReaderProcess reader, Pictures pictures,
            @ConfigProperty(name = "claimdesk.preview.at-once") int atOnce) {
        this.contents = contents;
        this.reader = reader;
        this.pictures = pictures;
        this.processes = new Semaphore(atOnce, true);
    }

    /**
     * Reads content and makes its first pictures. What has none in the end is not shown.
     *
     * @throws IOException where it fails here and not because of the content
     */
    Findings read(String digest) throws IOException {
        Path desk = pictures.desk();
        try {
            processes.acquire();
            try {
                Path file = desk.resolve("content");
                contents.copy(digest, file);
                Findings found = reader.read(file, empty(desk, "text"));
                if (found.show() == Show.PICTURE || found.show() == Show.PAGES) {
                    String why = draw(digest, file, desk, 1);
                    return why == null
                            ? found
                            : new Findings(found.mediaType(), null, why, found.pages(), found.text(), found.textless(),
                                    found.cut(), found.starts());
                }
                return found;
            } finally {
                processes.release();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is ending", ending);
        } finally {
            Pictures.clear(desk);
        }
    }

    /**
     * The picture of a page, made now where it has not been.
     *
     * @throws Problem absent where there is none; unavailable where too much is asked for at once
     */
    Path page(Look look, int page) {
        if (page < 1 || page > look.pictures()) {
            throw Problem.absent("There is no page " + page + " to be seen.");
        }
        return pictures.page(look.digest(), page).orElseGet(() -> drawn(look.digest(), page));
    }

    /** The recording, for a player that wants parts of it. */
    Path sound(Look look) {
        if (!look.sound()) {
            throw Problem.absent("There is nothing to listen to.");
        }
        return pictures.sound(look.digest()).orElseGet(() -> copied(look.digest()));
    }

    private Path drawn(String digest, int page) {
        pictures.unseen(digest, page)
                .ifPresent(why -> {
                    throw Problem.absent("There is no picture of this page. " + why);
                });
        try {
            if (!processes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable("Too many pages are being drawn. Try again in a moment.", null);
            }
            try {
                // Somebody else may have had it drawn in the meantime.
                if (pictures.page(digest, page).isEmpty()) {
                    drawTogether(digest, page);
                }
            } finally {
                processes.release();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is ending. Try again in a moment.", ending);
        } catch (IOException failed) {
            throw Problem.unavailable("The page cannot be drawn now.", failed);
        }
        return pictures.page(digest, page)
                .orElseThrow(() -> Problem.absent("There is no picture of this page. "
                        + pictures.unseen(digest, page).orElse("")));
    }

    private void drawTogether(String digest, int page) throws IOException {
        Path desk = pictures.desk();
        try {
            Path file = desk.resolve("content");
            contents.copy(digest, file);
            draw(digest, file, desk, page);
        } finally {
            Pictures.clear(desk);
        }
    }

    /** @return why there is no picture of the first of them, or null */
    private String draw(String digest, Path file, Path desk, int first) throws IOException {
        Path drawn = empty(desk, "drawn");
        Findings found = reader.picture(file, drawn, first, first + TOGETHER - 1);
        for (int page = first; page < first + TOGETHER; page++) {
            Path picture = drawn.resolve("page-" + page);
            if (Files.isRegularFile(picture)) {
                pictures.keepPage(digest, page, picture);
            }
        }
        if (pictures.page(digest, first).isPresent()) {
            return null;
        }
        String why = found.unshown() == null ? "It is damaged." : found.unshown();
        pictures.keepUnseen(digest, first, why, desk);
        return why;
    }

    private Path copied(String digest) {
        try {
            Path desk = pictures.desk();
            try {
                Path copy = desk.resolve("content");
                contents.copy(digest, copy);
                pictures.keepSound(digest, copy);
            } finally {
                Pictures.clear(desk);
            }
            return pictures.sound(digest).orElseThrow(() -> new IOException("it has gone"));
        } catch (IOException failed) {
            throw Problem.unavailable("The recording is missing from the store, or damaged.", failed);
        }
    }

    private static Path empty(Path desk, String name) throws IOException {
        return Files.createDirectory(desk.resolve(name));
    }
}
