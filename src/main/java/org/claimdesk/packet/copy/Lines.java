package org.claimdesk.packet.copy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Lines on one thing, made of members of JSON; what is not there makes none. */
final class Lines {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final List<String> lines = new ArrayList<>();

    Lines line(String before, String text) {
        if (text != null && !text.isBlank()) {
            lines.add(before + text);
        }
        return this;
    }

    List<String> all() {
        return lines;
    }

    /** Null where there is none. */
    static String text(JsonNode text) {
        return text.isValueNode() && !text.isNull() ? text.asText() : null;
    }

    /** A constant in words: NEEDS_CONTEXT is "needs context". */
    static String word(JsonNode constant) {
        return constant.isTextual() ? constant.asText().toLowerCase(Locale.ROOT).replace('_', ' ') : null;
    }

    static String moment(JsonNode time) {
        return MOMENT.format(OffsetDateTime.parse(time.asText()).withOffsetSameInstant(ZoneOffset.UTC));
    }

    static String by(JsonNode node, String who, String when) {
        String name = text(node.path(who));
        return "by " + (name == null ? "somebody" : name) + ", " + moment(node.path(when));
    }
}
