package org.claimdesk.packet;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.export.Annotation;
import org.claimdesk.export.Annotations;
import org.claimdesk.export.ClaimReviews;
import org.claimdesk.export.Newsroom;
import org.claimdesk.export.Review;
import org.claimdesk.packet.copy.Copy;
import org.claimdesk.packet.copy.Front;
import org.claimdesk.packet.copy.HtmlCopy;
import org.claimdesk.packet.copy.Leaf;
import org.claimdesk.packet.copy.PdfCopy;
import org.claimdesk.packet.copy.Setting;
import org.claimdesk.packet.copy.Standing;

/**
 * What others read of a packet, all written side by side while its claims go by: HTML, PDF, Web Annotations, ClaimReview.
 * They are made of the files of the claims, so they say no more than those.
 */
final class Copies implements AutoCloseable {

    private static final String ANNOTATIONS = "annotations.jsonld";
    private static final String REVIEWS = "claim-reviews.jsonld";

    private final Lineup lineup;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private Annotations annotations;
    private ClaimReviews reviews;

    private Copies(Lineup lineup) {
        this.lineup = lineup;
    }

    /** @param facts lines on the packet for its readers */
    static Copies begun(Lineup lineup, List<String> facts, Newsroom newsroom) throws IOException {
        Copies copies = new Copies(lineup);
        try {
            copies.begin(facts, newsroom);
            return copies;
        } catch (IOException | RuntimeException failed) {
            copies.close();
            throw failed;
        }
    }

    private void begin(List<String> facts, Newsroom newsroom) throws IOException {
        copies.add(new HtmlCopy(part("article.html").out()));
        copies.add(new PdfCopy(part("article.pdf").out()));
        annotations = new Annotations(part(ANNOTATIONS).out(), ANNOTATIONS, "Claims of “" + lineup.headline() + "”",
                newsroom);
        reviews = new ClaimReviews(part(REVIEWS).out(), newsroom);
        Front front = new Front(lineup.headline(), facts,
                Setting.set(lineup.text(), lineup.blocks(), lineup.inText()));
        for (Copy copy : copies) {
            copy.front(front);
        }
    }

    private Part part(String name) throws IOException {
        Part part = new Part();
        parts.put(name, part);
        return part;
    }

    void claim(Standing standing, JsonNode file, List<Leaf.Happening> history) throws IOException {
        Leaf leaf = Leaf.of(standing, file, history);
        for (Copy copy : copies) {
            copy.claim(leaf);
        }
        if (!file.path("droppedAt").isTextual()) {
            JsonNode verdict = verdict(file);
            for (JsonNode placement : placements(file)) {
                annotations.add(annotation(file, placement, verdict));
            }
            if (verdict != null && standing.inText()) {
                reviews.add(review(standing.id(), verdict));
            }
        }
    }

    /** The one that stands, or null. */
    private static JsonNode verdict(JsonNode file) {
        for (JsonNode verdict : file.path("verdicts")) {
            if (verdict.path("id").equals(file.path("verdict"))) {
                return verdict;
            }
        }
        return null;
    }

    /** Where it stands, or stood in the end, in each revision that has it. */
    private static Collection<JsonNode> placements(JsonNode file) {
        Map<Integer, JsonNode> last = new LinkedHashMap<>();
        file.path("placements").forEach(placement -> last.put(placement.path("revision").asInt(), placement));
        last.values().removeIf(placement -> placement.path("exact").isNull());
        return last.values();
    }

    /** A verdict is one on the words it was given on, wherever they stand. */
    private static Annotation annotation(JsonNode file, JsonNode placement, JsonNode verdict) {
        boolean here = List.of("revision", "start", "end", "exact")
                .stream()
                .allMatch(member -> placement.path(member).equals(file.path(member)));
        boolean rated = verdict != null && verdict.path("words").equals(placement.path("exact"));
        List<String> tags = new ArrayList<>(List.of(word(placement.path("how"))));
        if (here) {
            tags.add(word(file.path("state")));
        }
        return new Annotation(ANNOTATIONS + "#claim-" + file.path("id").asText() + "-revision-"
                + placement.path("revision").asText(), "revisions/" + placement.path("revision").asText() + ".txt",
                new Annotation.Words(placement.path("exact").asText(),
                        here ? file.path("prefix").asText() : null, here ? file.path("suffix").asText() : null,
                        placement.path("start").asInt(), placement.path("end").asInt()),
                time(file.path("markedAt")).toInstant(),
                rated ? time(verdict.path("givenAt")).toInstant() : null, tags, rated ? rating(verdict) : null,
                rated ? verdict.path("rationale").textValue() : null);
    }

    private Review review(long claim, JsonNode verdict) {
        return new Review(REVIEWS + "#claim-" + claim, verdict.path("words").asText(),
                verdict.path("rating").asText(), rating(verdict),
                new Review.Article(lineup.headline(), lineup.address()),
                time(verdict.path("givenAt")).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }

    private static String rating(JsonNode verdict) {
        return Labels.of(Rating.valueOf(verdict.path("rating").asText()));
    }

    private static String word(JsonNode constant) {
        return constant.asText().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime time(JsonNode time) {
        return OffsetDateTime.parse(time.asText());
    }

    /** Ends them and puts them into the packet. */
    void into(PacketZip zip) throws IOException {
        for (Copy copy : copies) {
            copy.close();
        }
        annotations.close();
        reviews.close();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            zip.put(part.getKey(), part.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts.values()) {
            part.close();
        }
    }
}
