package org.claimdesk.text.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;

import org.claimdesk.text.UnusableText;

/**
 * How long reading one copy may take. Some texts, made on purpose, take a parser hours; what is read here asks on the way
 * whether there is time left, so that the reading stops and not only the waiting for it.
 */
final class Patience {

    /** What an article takes is a hundredth of it. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration longest;
    private final long until;

    Patience() {
        this(LONGEST);
    }

    Patience(Duration longest) {
        this.longest = longest;
        this.until = System.nanoTime() + longest.toNanos();
    }

    /** @throws UnusableText when the time is over */
    void check() {
        if (System.nanoTime() - until > 0) {
            throw new UnusableText(
                    "Reading it takes longer than %d seconds, which no article does. Paste its words as text."
                            .formatted(longest.toSeconds()));
        }
    }

    /** Characters that are given out only while there is time. */
    Reader over(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] to, int offset, int length) throws IOException {
                check();
                return super.read(to, offset, length);
            }
        };
    }

    /** Bytes that are given out only while there is time. */
    InputStream over(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                check();
                return super.read(to, offset, length);
            }
        };
    }
}
