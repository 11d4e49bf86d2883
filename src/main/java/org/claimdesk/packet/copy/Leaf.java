package org.claimdesk.packet.copy;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A claim as people read it, made of its file in the packet and of nothing else, so that it says no more than that.
 *
 * @param words  the wording
 * @param groups what there is to say of it, under headings
 */
public record Leaf(Standing standing, String words, List<Group> groups) {

    private static final String HELD_BACK = "Held back: it would name somebody who may not be named.";

    public record Group(String title, List<Item> items) {}

    /** One thing, and lines on it. */
    public record Item(String head, List<String> lines) {}

    /**
     * What happened to it.
     *
     * @param who null where that may not be said
     */
    public record Happening(String at, String did, String who, String role) {}

    public static Leaf of(Standing standing, JsonNode file, List<Happening> history) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("Where it stands", List.of(place(file))));
        add(groups, "Verdicts", file.path("verdicts"), Leaf::verdict);
        add(groups, "Evidence", file.path("evidence"), Exhibited::of);
        add(groups, "Disputes", file.path("disputes"), Leaf::dispute);
        groups.add(new Group("History", history.stream().map(Leaf::happened).toList()));
        return new Leaf(standing, file.path("exact").asText(), groups);
    }

    private interface Reader {
        Item item(JsonNode node);
    }

    private static void add(List<Group> groups, String title, JsonNode list, Reader reader) {
        List<Item> items = new ArrayList<>();
        list.forEach(node -> items.add(reader.item(node)));
        if (!items.isEmpty()) {
            groups.add(new Group(title, items));
        }
    }

    private static Item place(JsonNode file) {
        Lines lines = new Lines().line("Risk: ", Lines.word(file.path("risk")));
        if (file.path("droppedAt").isTextual()) {
            lines.line("", "Dropped, " + Lines.moment(file.path("droppedAt")) + ". " + said(file.path("dropReason")));
        }
        String place = file.path("how").asText().equals("ORPHANED")
                ? "Orphaned: its words are not in the text that stands; they were in revision "
                : "Revision ";
        return new Item(place + file.path("revision").asText() + ", letters " + file.path("start").asText() + " to "
                + file.path("end").asText(), lines.all());
    }

    private static Item verdict(JsonNode verdict) {
        Lines lines = new Lines().line("", said(verdict.path("rationale")))
                .line("The rule of sources was not met: ", Lines.text(verdict.path("waived")))
                .line("Given on the words: ", Lines.text(verdict.path("words")));
        if (verdict.path("endedAt").isTextual()) {
            lines.line("", "Ended: " + Lines.word(verdict.path("ended")) + ", "
                    + Lines.by(verdict, "endedBy", "endedAt"));
            if (verdict.path("ended").asText().equals("OVERTURNED")) {
                lines.line("Finding: ", said(verdict.path("finding")));
            }
        }
        return new Item(Lines.word(verdict.path("rating")) + ", " + Lines.by(verdict, "givenBy", "givenAt"),
                lines.all());
    }

    private static Item dispute(JsonNode dispute) {
        Lines lines = new Lines().line("", said(dispute.path("statement")));
        if (dispute.path("answeredAt").isTextual()) {
            lines.line("Answer, " + Lines.by(dispute, "answeredBy", "answeredAt") + ": ", said(dispute.path("answer")));
        }
        if (dispute.path("decidedAt").isTextual()) {
            lines.line("", Lines.word(dispute.path("outcome")) + ", " + Lines.by(dispute, "decidedBy", "decidedAt"));
        }
        return new Item(Lines.word(dispute.path("grounds")) + ", " + Lines.by(dispute, "openedBy", "openedAt"),
                lines.all());
    }

    private static Item happened(Happening happening) {
        return new Item(happening.at + ": " + happening.did + ", by "
                + (happening.who == null ? "somebody" : happening.who) + " (" + happening.role + ")", List.of());
    }

    /** Where there is always a text, none is one that is held back. */
    private static String said(JsonNode text) {
        return text.isTextual() ? text.asText() : HELD_BACK;
    }
}
