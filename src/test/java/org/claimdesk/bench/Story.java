package org.claimdesk.bench;

import java.util.ArrayList;
import java.util.List;

/** The text of an article: a headline and sentences in paragraphs, each with where it stands. */
record Story(String headline, String text, String blocks, List<Sentence> sentences) {

    static final int CLAIMS = 25;
    private static final int SENTENCES = 35;
    private static final int IN_PARAGRAPH = 5;
    private static final int AROUND = 32;

    /** One of them, and whether it is a claim. */
    record Sentence(int number, int start, int end, String words, boolean claim) {}

    static Story write(Words words) {
        String headline = words.phrase(7);
        StringBuilder text = new StringBuilder(headline);
        StringBuilder blocks = new StringBuilder("[{\"end\": %d, \"kind\": \"HEADLINE\", \"start\": 0}"
                .formatted(headline.length()));
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (int i = 0; i < SENTENCES; i++) {
            boolean first = i % IN_PARAGRAPH == 0;
            text.append(first ? '\n' : ' ');
            int start = text.length();
            paragraph = first ? start : paragraph;
            String sentence = words.sentence();
            text.append(sentence);
            // Five of seven are claims, spread over the article.
            sentences.add(new Sentence(i + 1, start, text.length(), sentence, i * CLAIMS / SENTENCES != (i + 1)
                    * CLAIMS / SENTENCES));
            if (i % IN_PARAGRAPH == IN_PARAGRAPH - 1) {
                blocks.append(", {\"end\": %d, \"kind\": \"PARAGRAPH\", \"start\": %d}"
                        .formatted(text.length(), paragraph));
            }
        }
        return new Story(headline, text.toString(), blocks.append(']').toString(), sentences);
    }

    String before(Sentence sentence) {
        return text.substring(Math.max(0, sentence.start() - AROUND), sentence.start());
    }

    String after(Sentence sentence) {
        return text.substring(sentence.end(), Math.min(text.length(), sentence.end() + AROUND));
    }
}
