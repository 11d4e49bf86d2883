package org.claimdesk.text.format;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where in a page its story is: what the page calls so (schema.org's articleBody, {@code article}, {@code main}), or the
 * element whose paragraphs have most words that are no links.
 */
final class StoryPlace {

    /** A paragraph shorter than this, in characters, tells nothing. */
    private static final int TELLING = 25;
    private static final double HALF = 0.5;
    /** A paragraph of this length, in characters, is prose and no label. */
    private static final int PROSE = 80;
    private static final double MORE = 1.2;

    private StoryPlace() {}

    static Element in(Document page, Patience patience) {
        Element body = page.body();
        Weights weights = new Weights(body, patience);
        int whole = weights.withoutLinks(body);
        Comparator<Element> heavier = Comparator.comparingInt(weights::withoutLinks);
        for (String called : new String[]{"[itemprop~=(?i)\\barticleBody\\b]", "article", "main, [role=main]"}) {
            Optional<Element> heaviest = body.select(called).stream().max(heavier);
            // A page of many small articles is no story, and an article beside the story is not it.
            if (heaviest.isPresent() && weights.withoutLinks(heaviest.get()) >= whole / 4) {
                return whole(heaviest.get(), body, weights);
            }
        }
        return whole(densest(body, weights, whole), body, weights);
    }

    /** Some layouts cut a story into several of the same: then what holds them all is its place. */
    private static Element whole(Element place, Element body, Weights weights) {
        Map<Element, Integer> prose = new IdentityHashMap<>();
        for (Element paragraph : body.select("p")) {
            int words = weights.withoutLinks(paragraph);
            if (words >= PROSE) {
                for (Element up = paragraph.parent(); up != null && up != body.parent(); up = up.parent()) {
                    prose.merge(up, words, Integer::sum);
                }
            }
        }
        Element whole = place;
        for (Element up = place; up != null && up != body.parent(); up = up.parent()) {
            if (prose.getOrDefault(up, 0) > MORE * prose.getOrDefault(whole, 0)) {
                whole = up;
            }
        }
        return whole;
    }

    private static Element densest(Element body, Weights weights, int whole) {
        Map<Element, Integer> scores = new IdentityHashMap<>();
        for (Element paragraph : body.select("p, pre, blockquote, li")) {
            int words = weights.withoutLinks(paragraph);
            Element parent = paragraph.parent();
            if (words >= TELLING && parent != null && parent != body.parent()) {
                scores.merge(parent, words, Integer::sum);
                if (parent != body && parent.parent() != null) {
                    scores.merge(parent.parent(), words / 2, Integer::sum);
                }
            }
        }
        Element best = scores.entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(body);
        while (best != body && best.parent() != null && weights.withoutLinks(best) < HALF * whole) {
            best = best.parent();
        }
        return best;
    }
}
