package org.claimdesk.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.claimdesk.local.Scratch;

/** Learns the weights anew from the train part and prints how good they are; see docs/claim-matching.md. */
public final class Measuring {

    private static final int FOLDS = 10;
    private static final int SHOWN = 5;
    /** How many of the right ones may be below the floor. */
    private static final double BELOW = 0.1;

    private Measuring() {}

    /** A post, the claims that were found for it and the right one. */
    record Case(long claim, List<Ranking.Candidate> candidates) {
        Fitting.Question question() {
            return new Fitting.Question(candidates.stream().map(Ranking.Candidate::features).toArray(double[][]::new),
                    IntStream.range(0, candidates.size())
                            .filter(i -> candidates.get(i).id() == claim)
                            .findFirst()
                            .orElse(-1));
        }

        /** 1 over the place of the right one among the first five, or 0: average precision, as each has one right one. */
        double precision(ToDoubleFunction<double[]> sum) {
            List<Long> order = candidates.stream()
                    .sorted(Comparator.comparingDouble((Ranking.Candidate one) -> -sum.applyAsDouble(one.features()))
                            .thenComparingLong(Ranking.Candidate::id))
                    .limit(SHOWN)
                    .map(Ranking.Candidate::id)
                    .toList();
            int place = order.indexOf(claim);
            return place < 0 ? 0 : 1.0 / (place + 1);
        }
    }

    /** @param args the folder of the data, the file to write the weights to */
    public static void main(String[] args) throws IOException, SQLException {
        VerifiedClaims data = new VerifiedClaims(Path.of(args[0]));
        if (!data.here()) {
            System.err.println("The data is not here: " + data.folder().toAbsolutePath().normalize()
                    + ". Say where with -Ddata=<folder>; docs/claim-matching.md says where it comes from.");
            System.exit(1);
        }
        Meaning meaning = new Meaning();
        try (Scratch scratch = Scratch.start(Path.of("target/matching")); Connection service = scratch.service()) {
            try (Connection unhindered = scratch.unhindered()) {
                data.store(unhindered, meaning);
            }
            List<Case> train = cases(data.posts("train"), new Ranking(service, meaning));
            List<Case> dev = cases(data.posts("dev"), new Ranking(service, meaning));
            System.out.printf(Locale.ROOT, "right one among the candidates: train %.3f, dev %.3f%n", recall(train),
                    recall(dev));
            System.out.println("MAP@5                     train   dev");
            for (String feature : List.of("bm25-wording", "bm25-heading", "bm25", "trigrams-both-wording",
                    "meaning-wording", "meaning-heading", "meaning")) {
                int at = Features.NAMES.indexOf(feature);
                print(feature, map(train, values -> values[at]), map(dev, values -> values[at]));
            }
            Weights text = learn("text, cross-validated", train, dev, Features.BY_TEXT);
            Weights model = learn("model, cross-validated", train, dev, Features.NAMES.size());
            Files.writeString(Path.of(args[1]), line("text", text) + line("model", model));
        }
    }

    static List<Case> cases(List<VerifiedClaims.Post> posts, Ranking ranking) throws SQLException {
        List<Case> cases = new ArrayList<>();
        for (VerifiedClaims.Post post : posts) {
            cases.add(new Case(post.claim(), ranking.candidates(post.text())));
        }
        return cases;
    }

    static double map(List<Case> cases, ToDoubleFunction<double[]> sum) {
        return cases.stream().mapToDouble(one -> one.precision(sum)).average().orElse(0);
    }

    private static double recall(List<Case> cases) {
        return cases.stream().filter(one -> one.question().right() >= 0).count() / (double) cases.size();
    }

    private static Weights learn(String name, List<Case> train, List<Case> dev, int features) {
        double precision = 0;
        List<Double> right = new ArrayList<>();
        List<Double> wrong = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            // All posts on one claim are in one fold.
            Weights weights = new Weights(Fitting.weights(train.stream()
                    .filter(one -> one.claim() % FOLDS != now)
                    .map(Case::question)
                    .toList(), features), 0);
            List<Case> held = train.stream().filter(one -> one.claim() % FOLDS == now).toList();
            precision += map(held, weights::sum) * held.size();
            for (Case one : held) {
                one.candidates()
                        .stream()
                        .filter(candidate -> candidate.id() == one.claim())
                        .forEach(candidate -> right.add(candidate.features()[weights.sure()]));
                one.candidates()
                        .stream()
                        .filter(candidate -> candidate.id() != one.claim())
                        .max(Comparator.comparingDouble(candidate -> weights.sum(candidate.features())))
                        .ifPresent(candidate -> wrong.add(candidate.features()[weights.sure()]));
            }
        }
        double floor = right.stream().sorted().skip((long) (right.size() * BELOW)).findFirst().orElseThrow();
        Weights all = new Weights(Fitting.weights(train.stream().map(Case::question).toList(), features), floor);
        print(name, precision / train.size(), map(dev, all::sum));
        System.out.printf(Locale.ROOT,
                "  floor %.3f: without its right one, the first of the others is still suggested for %.2f of the posts%n",
                floor, wrong.stream().filter(value -> value >= floor).count() / (double) wrong.size());
        return all;
    }

    private static void print(String name, double train, double dev) {
        System.out.printf(Locale.ROOT, "%-24s %6.3f %6.3f%n", name, train, dev);
    }

    private static String line(String name, Weights weights) {
        StringBuilder line = new StringBuilder(name)
                .append(String.format(Locale.ROOT, " %.3f", weights.floor()));
        Arrays.stream(weights.values()).forEach(value -> line.append(String.format(Locale.ROOT, " %.4f", value)));
        return line.append('\n').toString();
    }
}
