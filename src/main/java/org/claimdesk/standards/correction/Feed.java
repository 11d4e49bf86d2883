package org.claimdesk.standards.correction;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page of the public list.
 *
 * @param base where the service is
 * @param next the correction after which the next page goes on, or null
 * @param here the query of this page, with its question mark, or empty
 */
record Feed(String newsroom, URI base, String here, List<PublicList.Line> lines, Long next) {

    String title() {
        return "Corrections · " + newsroom;
    }

    String page() {
        return base.resolve("/corrections").toString();
    }

    String self(String form) {
        return page() + form + here;
    }

    /** Null on the last page. */
    String following(String form) {
        return next == null ? null : page() + form + "?after=" + next;
    }

    /** The list, or one correction in it: the same wherever the service is. */
    String name(Object what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(
                ("claimdesk corrections " + newsroom + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    /** When the newest of it was issued; the beginning of 2026 where there is none. */
    Instant updated() {
        return lines.isEmpty() ? Instant.parse("2026-01-01T00:00:00Z") : lines.get(0).issued();
    }

    /** Changes with whatever it says, since corrections never change: an entity tag without its quotes. */
    String tag(String form) {
        String says = form + lines.stream().map(PublicList.Line::id).toList() + next + title() + base;
        return UUID.nameUUIDFromBytes(says.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
