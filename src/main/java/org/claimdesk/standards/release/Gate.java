package org.claimdesk.standards.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an article may go out as it stands: what stands in the way, and what was waived.
 *
 * @param items in the order of their kinds
 */
@Schema(description = "Whether an article may be released, or has been. A system that publishes goes by `released`: it holds the text and the claims as they are now, or nothing.")
public record Gate(long article, @Schema(description = "The revision that stands.") int revision,
        @Schema(description = "SHA-256 of its text in UTF-8, hexadecimal.") String sha256,
        @Schema(description = "What stands in the way and is not waived; the gate is open where this is empty.") List<Item> items,
        List<Waived> waived,
        @Schema(description = "The last release, whether or not it is current; null where there was none.") ReleaseLine release) {

    /** Items of one kind. */
    public record Group(Kind kind, List<Item> items) {}

    @JsonProperty
    @Schema(description = "Whether nothing stands in the way.")
    public boolean open() {
        return items.isEmpty();
    }

    @JsonProperty
    @Schema(description = "Whether this very revision is released, with its claims as they are, and the gate is open.")
    public boolean released() {
        return open() && release != null && release.current();
    }

    @JsonIgnore
    public List<Group> groups() {
        Map<Kind, List<Item>> byKind = items.stream()
                .collect(Collectors.groupingBy(Item::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        return byKind.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    /** Changes with whatever it says: an entity tag without its quotes. */
    String tag() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** When the first of its waivers ends, or null where it rests on none. */
    Instant until() {
        return waived.stream()
                .map(waived -> waived.waiver().expires())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    List<Long> waivers() {
        return waived.stream().map(waived -> waived.waiver().id()).sorted().toList();
    }
}
