package org.claimdesk.evidence.apart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found in a file.
 *
 * @param mediaType  by content
 * @param show       how it can be shown, or null
 * @param unshown    why it cannot, or null
 * @param pages      how many pages or slides it has, or null where it has none
 * @param text       what it says, or null
 * @param textless   why there is no text, or null
 * @param cut        whether there was more text
 * @param starts     where each page of the text begins, in code points; empty where it has no pages
 */
public record Findings(String mediaType, Show show, String unshown, Integer pages, String text, String textless,
        boolean cut, List<Integer> starts) {

    private static final String FACTS = "facts";
    private static final String TEXT = "text";
    /** More than the longest text and the facts of a file with very many pages. */
    private static final long MOST = 4 << 20;

    /** Nothing to be read and nothing to be shown, for one reason. */
    public static Findings none(String mediaType, String why) {
        return new Findings(mediaType, null, why, null, null, why, false, List.of());
    }

    void write(Path into) throws IOException {
        Properties facts = new Properties();
        put(facts, "type", mediaType);
        put(facts, "show", show);
        put(facts, "unshown", unshown);
        put(facts, "pages", pages);
        put(facts, "textless", textless);
        put(facts, "cut", cut);
        put(facts, "starts", starts.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        if (text != null) {
            Files.writeString(into.resolve(TEXT), text);
        }
        try (OutputStream out = Files.newOutputStream(into.resolve(FACTS))) {
            facts.store(out, null);
        }
    }

    /**
     * What a process has written, which is not to be trusted more than what it has read.
     *
     * @throws IOException where it is not what one writes
     */
    public static Findings read(Path from) throws IOException {
        Properties facts = new Properties();
        try (Reader in = Files.newBufferedReader(bounded(from.resolve(FACTS)), StandardCharsets.ISO_8859_1)) {
            facts.load(in);
        }
        Path text = from.resolve(TEXT);
        String pages = facts.getProperty("pages");
        try {
            return new Findings(facts.getProperty("type"),
                    facts.containsKey("show") ? Show.valueOf(facts.getProperty("show")) : null,
                    facts.getProperty("unshown"), pages == null ? null : Integer.valueOf(pages),
                    Files.exists(text) ? Files.readString(bounded(text)) : null, facts.getProperty("textless"),
                    Boolean.parseBoolean(facts.getProperty("cut")),
                    Stream.of(facts.getProperty("starts").split(" "))
                            .filter(start -> !start.isEmpty())
                            .map(Integer::valueOf)
                            .toList());
        } catch (IllegalArgumentException wrong) {
            throw new IOException("findings that no reader writes", wrong);
        }
    }

    private static Path bounded(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
            throw new IOException("findings that are missing or too large");
        }
        return file;
    }

    private static void put(Properties facts, String name, Object value) {
        if (value != null) {
            facts.setProperty(name, value.toString());
        }
    }
}
