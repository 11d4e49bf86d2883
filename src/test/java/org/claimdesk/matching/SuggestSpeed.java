package org.claimdesk.matching;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.claimdesk.local.Scratch;

/** How long a suggestion among many claims takes, on words of its own whose frequencies fall as those of a language (Zipf). */
public final class SuggestSpeed {

    private static final int VOCABULARY = 120_000;
    private static final int IN_CLAIM = 14;
    private static final int IN_HEADLINE = 8;
    private static final int QUESTIONS = 300;
    private static final String[] SYLLABLES = {"ba", "ko", "ri", "tel", "mun", "sa", "dor", "vi", "len", "pa", "gro",
            "hi", "nas", "tu", "kel", "zo", "mar", "fe", "lin", "bu"};

    private final Random random = new Random(7);
    private final double[] upTo = new double[VOCABULARY];

    private SuggestSpeed() {
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 10);
            upTo[i] = sum;
        }
    }

    /** @param args how many claims */
    public static void main(String[] args) throws SQLException {
        new SuggestSpeed().measure(Integer.parseInt(args[0]));
    }

    private void measure(int claims) throws SQLException {
        try (Scratch scratch = Scratch.start(Path.of("target/matching-speed"));
                Connection service = scratch.service()) {
            fill(scratch, claims);
            System.out.println("RSS before the model: " + Rss.megabytes() + " MB");
            Meaning meaning = new Meaning();
            meaning.of("A sentence to load it.");
            for (int i = 0; i < 200; i++) {
                meaning.of(words(IN_CLAIM));
            }
            System.out.println("RSS with it, after 200 sentences: " + Rss.megabytes() + " MB");
            List<String> questions = questions(service, claims);
            for (Ranking ranking : List.of(new Ranking(service, meaning), new Ranking(service, null))) {
                time(ranking, questions);
                report(time(ranking, questions));
            }
            explain(service, questions.get(0));
        }
    }

    private static double[] time(Ranking ranking, List<String> questions) throws SQLException {
        double[] times = new double[questions.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            ranking.like(questions.get(i), 5, 0L);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }

    private static void report(double[] times) {
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n", times[times.length / 2],
                times[times.length * 95 / 100], times[times.length - 1]);
    }

    private void fill(Scratch scratch, int claims) throws SQLException {
        byte[] vector = new byte[384];
        try (Connection unhindered = scratch.unhindered()) {
            unhindered.createStatement().execute("drop index claim_wording_words");
            unhindered.setAutoCommit(false);
            try (PreparedStatement words = unhindered.prepareStatement("insert into claim_wording values (?, ?, ?)");
                    PreparedStatement vectors = unhindered
                            .prepareStatement("insert into claim_vector values (?, ?, ?, ?)")) {
                for (int i = 1; i <= claims; i++) {
                    words.setLong(1, i);
                    words.setString(2, words(IN_CLAIM));
                    words.setString(3, words(IN_HEADLINE));
                    words.addBatch();
                    random.nextBytes(vector);
                    vectors.setLong(1, i);
                    vectors.setString(2, Meaning.MODEL);
                    vectors.setBytes(3, vector);
                    vectors.setBytes(4, vector);
                    vectors.addBatch();
                    if (i % 5_000 == 0) {
                        words.executeBatch();
                        vectors.executeBatch();
                        unhindered.commit();
                    }
                }
                words.executeBatch();
                vectors.executeBatch();
            }
            unhindered.commit();
            unhindered.setAutoCommit(true);
            unhindered.createStatement()
                    .execute(
                            "create index claim_wording_words on claim_wording using gin (words) with (fastupdate = off)");
            VerifiedClaims.count(unhindered);
        }
    }

    /** Claims that are there with some words changed, and ones of random words, by turns. */
    private List<String> questions(Connection service, int claims) throws SQLException {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % 2 == 0) {
                questions.add(words(IN_CLAIM));
                continue;
            }
            try (ResultSet row = service.createStatement()
                    .executeQuery(
                            "select wording from claim_wording where claim_id = " + (1 + random.nextInt(claims)))) {
                row.next();
                String[] words = row.getString(1).split(" ");
                questions.add(String.join(" ", Arrays.copyOfRange(words, 4, words.length)) + " " + words(4));
            }
        }
        return questions;
    }

    private static void explain(Connection service, String question) throws SQLException {
        String query = new Candidates(service).ask(Wording.of(question)).query();
        try (PreparedStatement statement = service.prepareStatement(
                "explain (analyze, buffers) select claim_id from claim_wording where words @@ cast(? as tsquery)")) {
            statement.setString(1, query);
            try (ResultSet plan = statement.executeQuery()) {
                while (plan.next()) {
                    System.out.println(plan.getString(1));
                }
            }
        }
    }

    private String words(int number) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < number; i++) {
            words.append(i == 0 ? "" : " ").append(word());
        }
        return words.toString();
    }

    private String word() {
        int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        int number = Math.min(place < 0 ? -place - 1 : place, VOCABULARY - 1);
        StringBuilder word = new StringBuilder();
        do {
            word.append(SYLLABLES[number % SYLLABLES.length]);
            number /= SYLLABLES.length;
        } while (number > 0);
        return word.append("en").toString();
    }
}
