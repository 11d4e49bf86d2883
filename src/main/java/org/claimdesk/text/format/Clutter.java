package org.claimdesk.text.format;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** Takes out of a page what is not of its story: scripts, navigation, advertisements, banners, what is hidden. */
final class Clutter {

    private static final String NEVER = "script, style, noscript, template, iframe, frame, object, embed, applet, svg, canvas,"
            + " audio, video, map, button, input, select, textarea, dialog, rp, rt, del, s, strike";
    private static final String STORY = "h1, [itemprop=articleBody]";
    /** An element with this part of the page's words is not beside the story: it holds it. */
    private static final double TOO_MUCH = 0.4;
    private static final int LINKS = 3;

    private Clutter() {}

    static void remove(Element page, Patience patience) {
        page.select(NEVER).remove();
        Weights weights = new Weights(page, patience);
        int whole = Math.max(1, weights.withoutLinks(page));
        List<Element> out = new ArrayList<>();
        page.traverse(new NodeVisitor() {
            private Element within;

            @Override
            public void head(Node node, int depth) {
                if (within == null && node instanceof Element element && element != page
                        && out(element, weights, whole)) {
                    patience.check();
                    within = element;
                    out.add(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                within = node == within ? null : within;
            }
        });
        out.forEach(Node::remove);
    }

    private static boolean out(Element element, Weights weights, int whole) {
        if (Marks.hidden(element)) {
            return true;
        }
        if (element.nameIs("body") || element.nameIs("article") || element.nameIs("main")) {
            return false;
        }
        if (Marks.clutter(element)) {
            return element.selectFirst(STORY) == null;
        }
        if (Marks.doubtful(element) || pageHeader(element)) {
            return weights.withoutLinks(element) < TOO_MUCH * whole && element.selectFirst(STORY) == null;
        }
        return (element.nameIs("ul") || element.nameIs("ol")) && element.childrenSize() >= LINKS
                && weights.withoutLinks(element) * 10 < weights.all(element);
    }

    /** The head of the site, and not that of the story. */
    private static boolean pageHeader(Element element) {
        return element.nameIs("header") && element.closest("article, main") == null;
    }
}
