package org.claimdesk.text.worth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sentence and whether a person called it worth checking. */
record Example(int number, String sentence, boolean worth) {

    /**
     * @param file number, sentence and Yes or No, divided by tabs, with a line of names; a sentence may be in quotation marks
     *             that are doubled within it
     */
    static List<Example> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static List<Example> resource(String name) {
        return parse(new String(Resource.bytes(name), StandardCharsets.UTF_8));
    }

    private static List<Example> parse(String file) {
        List<Example> examples = new ArrayList<>();
        // In one place of the published file the end of a line is lost.
        String lines = file.replaceAll("\\t(Yes|No)(?=\\d)", "\t$1\n");
        lines.lines().skip(1).forEach(line -> {
            String[] columns = line.split("\t");
            if (columns.length != 3) {
                throw new IllegalArgumentException("Not number, sentence and label: " + line);
            }
            examples.add(new Example(Integer.parseInt(columns[0]), unquoted(columns[1]), columns[2].equals("Yes")));
        });
        return examples;
    }

    private static String unquoted(String sentence) {
        return sentence.length() > 1 && sentence.startsWith("\"") && sentence.endsWith("\"")
                ? sentence.substring(1, sentence.length() - 1).replace("\"\"", "\"")
                : sentence;
    }

    int[] features() {
        Tokens tokens = Tokens.of(sentence);
        return Features.of(tokens, Cues.of(tokens));
    }
}
