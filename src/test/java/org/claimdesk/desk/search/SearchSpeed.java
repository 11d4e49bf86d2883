package org.claimdesk.desk.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.claimdesk.local.Scratch;

/** How long finding 26 cards takes among many, on words whose frequencies fall as those of a language (Zipf). */
public final class SearchSpeed {

    private static final int QUESTIONS = 200;
    private static final String FILL = """
            insert into index_card select 'CLAIM', i, timestamptz '2020-01-01' + i * interval '1 minute',
                   to_tsvector('english', words) || array_to_tsvector(array_remove(spans('CLAIM', i) || array['S=' || s, 'D=' || d,
                       'A=' || a, 'SD=' || s || ' ' || d, 'SA=' || s || ' ' || a, 'DA=' || d || ' ' || a, 'SDA=' || s || ' ' || d || ' ' || a,
                       'K=' || case when random() < .9 then 'NORMAL' else 'HIGH' end, 'M=p' || floor(random() * 10)::int,
                       case when s = 'VERIFIED' then 'V=p' || floor(random() * 30)::int end,
                       case when s = 'VERIFIED' then 'R=' || (array['ACCURATE', 'NEEDS_CONTEXT', 'MISLEADING', 'INACCURATE',
                           'UNSUPPORTED'])[1 + floor(power(random(), 3) * 5)::int] end], null))
              from (select i, (array['ASSIGNED', 'SOURCED', 'DISPUTED', 'VERIFIED'])[least(4, 1 + floor(random() * 20)::int)] as s,
                           '/desks/d' || floor(random() * 8)::int as d, 'p' || floor(random() * 100)::int as a,
                           (select string_agg('w' || floor(exp(random() * ln(120000)))::int || 'q', ' ')
                              from generate_series(1, 14) g where i > 0) as words
                      from generate_series(1, ?) i) claim""";
    /** # is a rare word, $ a middling one, and % one of the five most common; @ is a person. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();
    static {
        ASKED.put("a rare word", "#");
        ASKED.put("a middling word", "$");
        ASKED.put("a common word", "%");
        ASKED.put("a common and a rare word", "% & #");
        ASKED.put("two common words in a row", "w1q <-> w2q");
        ASKED.put("a middling word without a common one", "$ & !%");
        ASKED.put("a state that is rare", "'S=DISPUTED'");
        ASKED.put("a state that most have", "'S=VERIFIED'");
        ASKED.put("state, desk and person", "'SDA=DISPUTED /desks/d3 @'");
        ASKED.put("a common word, state, desk and person", "% & 'SDA=VERIFIED /desks/d3 @'");
        ASKED.put("desk, person, reviewer and rating", "'DA=/desks/d3 @' & 'V=@' & 'R=MISLEADING'");
    }

    private final Random random = new Random(7);

    private SearchSpeed() {}

    /** @param args how many claims, each to be measured */
    public static void main(String[] args) throws SQLException {
        for (String claims : args) {
            new SearchSpeed().measure(Integer.parseInt(claims));
        }
    }

    private void measure(int claims) throws SQLException {
        try (Scratch scratch = Scratch.start(Path.of("target/search-speed"));
                Connection service = scratch.service()) {
            fill(scratch, claims);
            System.out.printf("%,d claims, p50 and p95 in ms%n", claims);
            for (Map.Entry<String, String> asked : ASKED.entrySet()) {
                time(service, asked.getValue());
                double[] times = time(service, asked.getValue());
                System.out.printf(Locale.ROOT, "%-45s %6.2f %6.2f%n", asked.getKey(), times[QUESTIONS / 2],
                        times[QUESTIONS * 95 / 100]);
            }
        }
    }

    private static void fill(Scratch scratch, int claims) throws SQLException {
        try (Connection unhindered = scratch.unhindered();
                PreparedStatement fill = unhindered.prepareStatement(FILL)) {
            fill.setInt(1, claims);
            fill.executeUpdate();
            unhindered.createStatement().execute("vacuum analyze index_card");
        }
    }

    private double[] time(Connection service, String asked) throws SQLException {
        double[] times = new double[QUESTIONS];
        try (PreparedStatement cards = service.prepareStatement(
                "select cards('CLAIM', cast(? as tsquery), 9223372036854775807, '1970-01-01', '9999-01-01', '{}', 26)")) {
            for (int i = 0; i < QUESTIONS; i++) {
                cards.setString(1, asked.replace("#", word(20_000, 100_000))
                        .replace("$", word(300, 1_000))
                        .replace("%", word(1, 6))
                        .replace("@", "p" + random.nextInt(30)));
                long start = System.nanoTime();
                try (ResultSet rows = cards.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                    }
                }
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private String word(int from, int to) {
        return "w" + random.nextInt(from, to) + "q";
    }
}
