package org.claimdesk.text.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its story for machines: schema.org as JSON-LD, and the meta elements of Open Graph.
 *
 * @param headline or null
 * @param authors  names of people
 */
record LinkedData(String headline, List<String> authors) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_NAME = 100;

    /** Before scripts are removed: JSON-LD stands in them. */
    static LinkedData of(Document page) {
        Found found = new Found();
        for (Element script : page.select("script[type=application/ld+json]")) {
            try (JsonParser json = JSON.createParser(script.data())) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.FIELD_NAME) {
                        found.field(json);
                    }
                }
            } catch (IOException malformed) {
                // It is an addition; the story is in the page itself.
                continue;
            }
        }
        String title = content(page, "meta[property=og:title]");
        if (title.isEmpty()) {
            title = content(page, "meta[name=twitter:title]");
        }
        if (found.authors.isEmpty()) {
            found.author(content(page, "meta[name=author]"));
        }
        return new LinkedData(found.headline != null ? found.headline : title.isEmpty() ? null : title,
                List.copyOf(found.authors));
    }

    private static String content(Document page, String meta) {
        Element element = page.selectFirst(meta);
        return element == null ? "" : element.attr("content").strip();
    }

    private static final class Found {
        private final List<String> authors = new ArrayList<>();
        private String headline;

        void field(JsonParser json) throws IOException {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("headline") && value == JsonToken.VALUE_STRING && headline == null) {
                headline = json.getText().strip();
            } else if (name.equals("author") && authors.isEmpty()) {
                authors(json, value);
            }
        }

        /** A name, a person with a name, or a list of either. */
        private void authors(JsonParser json, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                author(json.getText());
                return;
            }
            int depth = 0;
            JsonToken token = value;
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                boolean named = token == JsonToken.VALUE_STRING
                        && (json.currentName() == null || json.currentName().equals("name"));
                if (named) {
                    author(json.getText());
                }
                if (depth <= 0) {
                    return;
                }
                token = json.nextToken();
            }
        }

        private void author(String name) {
            String stripped = name.strip();
            boolean address = stripped.toLowerCase(Locale.ROOT).startsWith("http");
            if (!stripped.isEmpty() && stripped.length() <= LONGEST_NAME && !address && !authors.contains(stripped)) {
                authors.add(stripped);
            }
        }
    }
}
