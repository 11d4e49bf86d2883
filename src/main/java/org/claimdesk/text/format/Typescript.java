package org.claimdesk.text.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.claimdesk.text.Block;
import org.claimdesk.text.Block.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Walks from the headline of a page to the end of its story and takes down the parts. Between the headline and the story
 * only what is called dek, byline, date or caption is taken.
 */
final class Typescript implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header", "footer",
            "aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
            "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "address", "hr", "center",
            "details", "summary", "hgroup", "fieldset", "legend", "form", "body");
    private static final Pattern PARTS = Pattern.compile("\\n[ \\u00A0]*\\n\\s*");
    private static final Pattern EDGES = Pattern.compile("^[\\s|•·,/–—-]+|[\\s|•·,/–—-]+$");
    private static final Pattern EMPTY = Pattern
            .compile(
                    "(?i)(advertisement|advertising|sponsored|anzeige|werbung|publicité|publicidad|share( this( article)?)?|"
                            + "tweet|print|email|comments?|read more|skip to (main )?content|listen to this article)[.:]?");
    private static final Pattern POINTER = Pattern
            .compile("(?i)(read|see|more|also|related|watch|listen|don[’']t miss)\\b.*", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("[.!?。][”’\")]*\\s*$");
    private static final int LONGEST_LABEL = 200;
    private static final int KICKER = 60;

    private final Element place;
    private final Element headline;
    private final Patience patience;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private int linked;
    private int links;
    private boolean authors;
    private int dated;
    private int dates;
    private boolean begun;
    private boolean inPlace;
    private boolean inHeadline;
    private boolean ended;
    /** Whether there has been no paragraph yet. */
    private boolean early = true;

    Typescript(Element place, Element headline, Patience patience) {
        this.place = place;
        this.headline = headline;
        this.patience = patience;
    }

    List<Piece> pieces() {
        Element root = place;
        while (headline != null && root.parent() != null && !headline.equals(root)
                && headline.parents().stream().noneMatch(root::equals)) {
            root = root.parent();
        }
        // One that comes after the story begins nothing.
        begun = headline == null || after(root, place, headline);
        root.traverse(this);
        return pieces;
    }

    private static boolean after(Element root, Element place, Element headline) {
        List<Element> all = root.getAllElements();
        return place.getElementsByTag(headline.tagName()).stream().noneMatch(headline::equals)
                && all.indexOf(headline) > all.indexOf(place);
    }

    @Override
    public void head(Node node, int depth) {
        if (node == place) {
            inPlace = true;
        }
        if (ended || inHeadline) {
            return;
        }
        if (node == headline) {
            flush();
            inHeadline = true;
            begun = true;
        } else if (node instanceof TextNode text) {
            take(text);
        } else if (node instanceof Element element) {
            patience.check();
            begin(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node == headline) {
            inHeadline = false;
        } else if (!ended && !inHeadline && node instanceof Element element) {
            if (block(element)) {
                flush();
                if (open.peek() == element) {
                    open.pop();
                }
            } else {
                dates -= Marks.date(element) ? 1 : 0;
                links -= element.nameIs("a") ? 1 : 0;
                words.append(element.nameIs("q") ? "”" : "");
            }
        }
        if (node == place) {
            flush();
            ended = true;
        }
    }

    private void begin(Element element) {
        if (block(element)) {
            flush();
            open.push(element);
        } else if (element.nameIs("br")) {
            words.append('\n');
        } else if (element.nameIs("a")) {
            links++;
        } else if (element.nameIs("q")) {
            words.append('“');
        } else if ((element.nameIs("td") || element.nameIs("th")) && !words.toString().isBlank()) {
            words.append(" | ");
        }
        authors |= Marks.byline(element);
        dates += !block(element) && Marks.date(element) ? 1 : 0;
    }

    private void take(TextNode text) {
        String raw = text.getWholeText().replace("\u00AD", "");
        boolean asTyped = open.peek() != null && open.peek().nameIs("pre");
        String taken = asTyped ? raw : raw.replace('\n', ' ').replace('\r', ' ');
        words.append(taken);
        linked += links > 0 ? taken.strip().length() : 0;
        dated += dates > 0 ? taken.strip().length() : 0;
    }

    /** A time that stands by itself in the head of a story is a part of its own; one in a sentence is not. */
    private boolean block(Element element) {
        if (element.nameIs("time")) {
            Element around = open.peek();
            return around != null && around.nameIs("time")
                    || around != null && !element.equals(around) && early
                            && around.text().length() <= LONGEST_LABEL && !SENTENCE.matcher(around.text()).find();
        }
        return BLOCKS.contains(element.normalName());
    }

    private void flush() {
        String all = words.toString();
        boolean pointer = linked * 2 > all.strip().length() && POINTER.matcher(all.strip()).matches();
        if (!all.isBlank() && !pointer) {
            for (String part : PARTS.split(all)) {
                add(part.strip());
            }
        }
        words.setLength(0);
        linked = 0;
        dated = 0;
        authors = false;
    }

    private void add(String part) {
        if (part.isBlank() || EMPTY.matcher(part).matches()) {
            return;
        }
        Kind kind = kind(part);
        boolean named = kind == Kind.BYLINE || kind == Kind.DATE || kind == Kind.DEK;
        if (!(inPlace && begun) && !named && kind != Kind.CAPTION && (!inPlace || kicker(part))) {
            return;
        }
        String clean = kind == Kind.BYLINE || kind == Kind.DATE ? EDGES.matcher(part).replaceAll("") : part;
        Piece piece = new Piece(kind, clean);
        if (!clean.isEmpty() && !(named && pieces.contains(piece))) {
            pieces.add(piece);
            early &= kind != Kind.PARAGRAPH;
        }
    }

    /** What stands small above a headline. */
    private boolean kicker(String part) {
        return part.length() <= KICKER && !SENTENCE.matcher(part).find()
                || open.peek() != null && Marks.kicker(open.peek());
    }

    private Kind kind(String part) {
        boolean label = part.length() <= LONGEST_LABEL;
        for (Element element : open) {
            if (element.nameIs("li")) {
                return Kind.LIST_ITEM;
            } else if (element.nameIs("blockquote")) {
                return Kind.QUOTATION;
            } else if (Marks.caption(element)) {
                return Kind.CAPTION;
            } else if (element.normalName().matches("h[1-6]")) {
                return early && Marks.dek(element) ? Kind.DEK : Kind.SUBHEAD;
            } else if (label && Marks.date(element) && part.matches("(?s).*\\p{N}.*")) {
                return Kind.DATE;
            } else if (label && early && Marks.byline(element)) {
                return Kind.BYLINE;
            } else if (early && Marks.dek(element)) {
                return Kind.DEK;
            }
            if (element == place) {
                break;
            }
        }
        if (label && early && dated * 2 > part.length()) {
            return Kind.DATE;
        }
        if (label && early && authors) {
            return Kind.BYLINE;
        }
        Block.Kind plain = PlainText.kind(part, early ? 1 : 3);
        return plain == Kind.LIST_ITEM ? Kind.PARAGRAPH : plain;
    }
}
