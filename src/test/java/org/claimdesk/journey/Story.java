package org.claimdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article that was filed by hand, with letters of all kinds in it. */
record Story(long article, String headline) {

    static final String FIGURE = "an average of 138 people walk through it";
    static final String EMOJI = "🚢 The 👩‍⚖️ ferry carries 𝟏𝟐 cars";
    static final String ARABIC = "قال المسؤول إن 212 سريرًا كانت ممتلئة";
    static final String QUOTATION = "Judge Amara Whitfield called the delay “unlawful";
    static final String COMPOSED = "Café Zoë is full since August";
    static final String DECOMPOSED = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);
    static final String TWICE = "the gate was closed";

    private static final Pattern ADDRESS = Pattern.compile(".*/articles/(\\d+)");

    static String text(String headline) {
        return headline
                + """


                        By Somebody Else

                        According to the harbor authority's log, %s. Its 212 beds are the only ones in the county. <script>alert(1)</script> &amp; <b>bold</b>

                        At dawn %s & nothing else. Then 👍🏽 again.

                        %s. 🚑

                        %s on its face” in her ruling of September\u00a030.

                        %s. On Monday %s; on Tuesday %s again.
                        """
                        .formatted(FIGURE, EMOJI, ARABIC, QUOTATION, DECOMPOSED, TWICE, TWICE);
    }

    static String freshHeadline() {
        return "The night shift, told as " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Files it through the form. */
    static Story filedBy(Colleague editor) {
        String headline = freshHeadline();
        editor.opens("/articles/new")
                .fills("new", "text", text(headline), "desk", "/desks/immigration", "deadline", "2030-11-03T18:00")
                .sends("new");
        return of(editor, headline);
    }

    /** The article an editor looks at. */
    static Story of(Colleague editor, String headline) {
        Matcher address = ADDRESS.matcher(editor.page().url());
        assertThat(address.matches()).as(editor.page().url()).isTrue();
        return new Story(Long.parseLong(address.group(1)), headline);
    }
}
