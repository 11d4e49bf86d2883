package org.claimdesk.text.format;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.claimdesk.text.Block;
import org.claimdesk.text.Block.Kind;

/**
 * What the paragraph styles of a Word document mean. Word's own styles have English names in every language; ids are
 * those of the language and mean nothing.
 */
final class WordStyles {

    private record Style(String name, String basedOn, boolean listed, boolean hidden) {}

    private static final int DEEPEST = 12;

    private final Map<String, Style> styles = new HashMap<>();

    /** @param xml word/styles.xml, or null where there is none */
    static WordStyles read(InputStream xml) throws XMLStreamException {
        WordStyles styles = new WordStyles();
        if (xml != null) {
            styles.take(WordXml.reader(xml));
        }
        return styles;
    }

    /** What a paragraph of this style is; PARAGRAPH where the style does not say. */
    Block.Kind kind(String id) {
        Set<String> seen = new HashSet<>();
        for (Style style = styles.get(id); style != null && seen.size() < DEEPEST; style = styles.get(style.basedOn)) {
            Kind kind = style.listed && !style.name.startsWith("heading") ? Kind.LIST_ITEM : named(style.name);
            if (kind != Kind.PARAGRAPH || !seen.add(style.name)) {
                return kind;
            }
        }
        return Kind.PARAGRAPH;
    }

    boolean hidden(String id) {
        int steps = 0;
        for (Style style = styles.get(id); style != null && steps++ < DEEPEST; style = styles.get(style.basedOn)) {
            if (style.hidden) {
                return true;
            }
        }
        return false;
    }

    private static Kind named(String name) {
        if (name.startsWith("heading") || name.matches("(sub|cross|shoulder) ?(head|heading)")) {
            return Kind.SUBHEAD;
        }
        if (name.startsWith("list")) {
            return Kind.LIST_ITEM;
        }
        return switch (name) {
            case "title", "headline" -> Kind.HEADLINE;
            case "subtitle", "dek", "deck", "standfirst" -> Kind.DEK;
            case "byline", "author" -> Kind.BYLINE;
            case "date", "dateline" -> Kind.DATE;
            case "quote", "intense quote", "block text", "block quotation", "blockquote", "pull quote" ->
                Kind.QUOTATION;
            case "caption", "figure caption", "photo caption" -> Kind.CAPTION;
            default -> Kind.PARAGRAPH;
        };
    }

    private void take(XMLStreamReader xml) throws XMLStreamException {
        String id = null;
        String name = "";
        String basedOn = null;
        boolean listed = false;
        boolean hidden = false;
        while (xml.hasNext()) {
            int event = xml.next();
            String element = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (element) {
                    case "style" -> {
                        id = WordXml.value(xml, "styleId");
                        name = "";
                        basedOn = null;
                        listed = false;
                        hidden = false;
                    }
                    case "name" -> name = String.valueOf(WordXml.value(xml, "val")).toLowerCase(Locale.ROOT).strip();
                    case "basedOn" -> basedOn = WordXml.value(xml, "val");
                    case "numPr" -> listed = true;
                    case "vanish" -> hidden = WordXml.on(xml);
                    case "tblStylePr" -> WordXml.skip(xml);
                    default -> {
                        // Looks only.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && element.equals("style") && id != null) {
                styles.put(id, new Style(name, basedOn, listed, hidden));
            }
        }
    }
}
