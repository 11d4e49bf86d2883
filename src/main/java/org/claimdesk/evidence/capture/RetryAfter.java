package org.claimdesk.evidence.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How long a site asks to stay away (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** The longest that is waited for a site: somebody wants to see what is there. */
    static final Duration MOST = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /**
     * @param value of the header, seconds or a date; null where there is none
     * @return zero where it says nothing that can be read, or a time that is past; at most {@link #MOST}
     */
    static Duration of(String value, Instant now) {
        Duration asked = value == null ? Duration.ZERO : read(value.strip(), now);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    private static Duration read(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException neither) {
            // A site that says it wrongly has said nothing: our own waits hold.
            return Duration.ZERO;
        }
    }
}
