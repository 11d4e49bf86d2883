package org.claimdesk.evidence.capture;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.Sha256;
import org.claimdesk.fetch.Exchange;
import org.claimdesk.fetch.Fetcher;
import org.claimdesk.fetch.Limits;
import org.claimdesk.fetch.Packing;
import org.claimdesk.fetch.Unfetched;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a capture: fetches, writes the WARC, reads the text. What comes goes to disk; memory holds a piece at a time. */
@ApplicationScoped
class Taking {

    private static final int CHUNK = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+_-]{1,100}");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.-]{1,40})");

    private final Fetcher fetcher;
    private final ContentStore store;
    private final Clock clock;
    private final String software;
    private final Tika types = new Tika();

    Taking(Fetcher fetcher, ContentStore store, Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.fetcher = fetcher;
        this.store = store;
        this.clock = clock;
        this.software = "Claimdesk " + version;
    }

    /** The last answer, and the way to it. */
    private static final class Course {
        private final List<URI> redirects = new ArrayList<>();
        private Exchange last;
        private long size;
        private byte[] digest;
        private byte[] content;
    }

    /**
     * @param progress is told how many bytes have come so far
     * @throws Miss where there is nothing to be kept; nothing is then
     */
    Taken take(String address, Limits limits, LongConsumer progress) {
        return take(address, limits, progress, page -> true);
    }

    /** @param worth says whether what came is kept */
    Taken take(String address, Limits limits, LongConsumer progress, Predicate<Likeness.Page> worth) {
        List<Path> drafts = new ArrayList<>();
        try {
            Path body = draft(drafts);
            Path file = draft(drafts);
            Course course = new Course();
            ReadableText text;
            String mediaType;
            try (Warc warc = new Warc(file, software, clock.instant())) {
                fetcher.fetch(address, limits, (exchange, content) -> {
                    Instant at = clock.instant();
                    spool(content, body, course, progress);
                    kept(warc, exchange, at, body, course);
                });
                check(course);
                byte[] start = start(body, course, limits.bytes());
                mediaType = mediaType(course.last, start);
                text = ReadableText.of(start, mediaType, charset(course.last));
                warc.describe(course.last.asked(), course.redirects, text, clock.instant());
            }
            Taken taken = new Taken(course.last.status(), course.last.asked(), course.redirects, mediaType, course.size,
                    Digests.hex(course.digest), Digests.hex(course.content), null, text);
            return worth.test(taken.page()) ? taken.kept(store.keep(file, "application/warc")) : taken;
        } catch (Unfetched nothing) {
            throw Miss.of(nothing);
        } catch (IOException failed) {
            throw Miss.ours(store.refusal(failed));
        } catch (UncheckedIOException failed) {
            throw Miss.ours(store.refusal(failed.getCause()));
        } finally {
            drafts.forEach(Taking::delete);
        }
    }

    /** Reading may fail because of the site; writing because of us, which is not to be taken for it. */
    private static void spool(InputStream content, Path body, Course course, LongConsumer progress)
            throws IOException {
        MessageDigest sha256 = Sha256.begun();
        byte[] chunk = new byte[CHUNK];
        course.size = 0;
        try (OutputStream out = opened(body)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                sha256.update(chunk, 0, read);
                write(out, chunk, read);
                course.size += read;
                progress.accept(course.size);
            }
        }
        course.digest = sha256.digest();
    }

    private static void kept(Warc warc, Exchange exchange, Instant at, Path body, Course course) {
        try {
            warc.write(exchange, at, body, course.digest);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        if (exchange.next() != null) {
            course.redirects.add(exchange.asked());
        }
        course.last = exchange;
    }

    private void check(Course course) {
        int status = course.last.status();
        if (status < 200 || status > 299) {
            throw Miss.of(status)
                    .comeBackAfter(RetryAfter.of(course.last.header("Retry-After"), clock.instant()));
        }
        if (course.size == 0) {
            throw Miss.empty(status);
        }
    }

    /**
     * Unpacks the whole body, so that nothing damaged is taken for good, and gives back how it starts.
     *
     * @param most that it may be when unpacked
     */
    private static byte[] start(Path body, Course course, long most) throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        MessageDigest sha256 = Sha256.begun();
        try (InputStream packed = Files.newInputStream(body);
                InputStream unpacked = Packing.unpacked(packed, course.last.header("Content-Encoding"))) {
            for (int read = unpacked.read(chunk); read >= 0; read = unpacked.read(chunk)) {
                size += read;
                if (size > most) {
                    throw Packing.tooLarge(most);
                }
                sha256.update(chunk, 0, read);
                if (start.size() <= ReadableText.MOST_BYTES) {
                    start.write(chunk, 0, Math.min(read, ReadableText.MOST_BYTES + 1 - start.size()));
                }
            }
        } catch (ZipException | EOFException damaged) {
            throw Packing.wrong();
        }
        course.content = sha256.digest();
        return start.toByteArray();
    }

    private String mediaType(Exchange last, byte[] start) {
        String said = last.header("Content-Type") == null ? "" : last.header("Content-Type");
        String type = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(type).matches() && !type.equals("application/octet-stream") ? type : types.detect(start);
    }

    private static String charset(Exchange last) {
        Matcher charset = CHARSET.matcher(String.valueOf(last.header("Content-Type")));
        return charset.find() ? charset.group(1) : null;
    }

    private Path draft(List<Path> drafts) throws IOException {
        Path draft = store.draft();
        drafts.add(draft);
        return draft;
    }

    private static OutputStream opened(Path body) {
        try {
            return Files.newOutputStream(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
