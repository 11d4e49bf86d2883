package org.claimdesk.text.format;

import java.util.IdentityHashMap;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** How much text elements hold, in characters, and how much of it is no link: where the story is, most is none. */
final class Weights {

    private final Map<Element, int[]> weights = new IdentityHashMap<>();

    Weights(Element page, Patience patience) {
        page.traverse(new NodeVisitor() {
            private int links;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    patience.check();
                    weights.put(element, new int[2]);
                    links += element.nameIs("a") ? 1 : 0;
                } else if (node instanceof TextNode text && node.parent() instanceof Element parent
                        && weights.containsKey(parent)) {
                    int length = text.text().strip().length();
                    weights.get(parent)[0] += length;
                    weights.get(parent)[1] += links > 0 ? 0 : length;
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    links -= element.nameIs("a") ? 1 : 0;
                    if (element.parent() != null && weights.containsKey(element.parent())) {
                        int[] parent = weights.get(element.parent());
                        parent[0] += weights.get(element)[0];
                        parent[1] += weights.get(element)[1];
                    }
                }
            }
        });
    }

    int all(Element element) {
        return weights.getOrDefault(element, new int[2])[0];
    }

    int withoutLinks(Element element) {
        return weights.getOrDefault(element, new int[2])[1];
    }
}
