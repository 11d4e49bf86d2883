package org.claimdesk.text.worth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the weights anew and prints the figures; see docs/check-worthiness.md. */
public final class Training {

    private static final double EARLIER = 0.85;
    /** The news sentences are few, and are what the desk will see. */
    private static final int NEWS_TIMES = 3;

    private Training() {}

    /** @param args the folder of the data, the file to write the weights to */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (!Files.isDirectory(folder)) {
            System.err.println("The data is not here: " + folder.toAbsolutePath().normalize()
                    + ". Say where with -Ddata=<folder>; docs/check-worthiness.md says where it comes from.");
            System.exit(1);
        }
        List<Example> debates = new ArrayList<>(Example.read(folder.resolve("CT24_checkworthy_english_train.tsv")));
        debates.addAll(Example.read(folder.resolve("CT24_checkworthy_english_dev.tsv")));
        // Numbers rise with the years: the last debates are to the others what an article of tomorrow is to all of them.
        debates.sort(Comparator.comparingInt(Example::number));
        int cut = (int) (debates.size() * EARLIER);
        List<Example> news = Example.resource("news.tsv");
        List<Example> later = debates.subList(cut, debates.size());
        Model trial = Trainer.train(with(debates.subList(0, cut), news), 0);
        Ranking ranking = Ranking.of(later, example -> trial.sum(example.features()));
        double threshold = ranking.threshold();
        System.out.printf("Later debates, to choose by: AP %.4f, F1 %.4f, threshold %.3f%n",
                ranking.averagePrecision(), ranking.f1(threshold), threshold);

        Model model = Trainer.train(with(debates, news), threshold);
        Files.write(Path.of(args[1]), model.write());
        List<Example> devTest = Example.read(folder.resolve("CT24_checkworthy_english_dev-test.tsv"));
        List<Example> demo = Example.resource("demo.tsv");
        System.out.println(Figures.of("Dev-test", devTest, model));
        System.out.println(Figures.of("Demo article", demo, model));
        Baseline earlier = Baseline.train(debates.subList(0, cut));
        double base = Ranking.of(later, example -> earlier.sum(example.sentence())).threshold();
        Baseline words = Baseline.train(debates);
        System.out.println(baseline("Dev-test, words alone", devTest, words, base));
        System.out.println(baseline("Demo article, words alone", demo, words, base));
    }

    private static Figures baseline(String name, List<Example> examples, Baseline words, double threshold) {
        return Figures.of(name, Ranking.of(examples, example -> words.sum(example.sentence())), threshold);
    }

    private static List<Example> with(List<Example> debates, List<Example> news) {
        List<Example> all = new ArrayList<>(debates);
        for (int i = 0; i < NEWS_TIMES; i++) {
            all.addAll(news);
        }
        return all;
    }
}
