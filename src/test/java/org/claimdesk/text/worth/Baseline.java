package org.claimdesk.text.worth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** What the model is measured against: logistic regression over which words a sentence has and nothing else, at its best cost. */
final class Baseline {

    private static final double COST = 3;

    private final Map<String, Integer> words = new HashMap<>();
    private Model model;

    private Baseline() {}

    static Baseline train(List<Example> examples) {
        Baseline baseline = new Baseline();
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = baseline.vector(examples.get(i).sentence(), true);
            problem.y[i] = examples.get(i).worth() ? 1 : -1;
        }
        problem.n = baseline.words.size();
        problem.bias = -1;
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, 0.01);
        parameter.setRandom(new Random(1));
        baseline.model = Linear.train(problem, parameter);
        return baseline;
    }

    /** Rises with how likely it is worth checking. */
    double sum(String sentence) {
        double[] sum = new double[1];
        Linear.predictValues(model, vector(sentence, false), sum);
        return sum[0] * model.getLabels()[0];
    }

    private Feature[] vector(String sentence, boolean learn) {
        Tokens tokens = Tokens.of(sentence);
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < tokens.count; i++) {
            String word = new String(tokens.line, tokens.from[i], tokens.to[i] - tokens.from[i]);
            Integer number = learn
                    ? words.computeIfAbsent(word, unknown -> words.size() + 1)
                    : words.get(word);
            if (number != null) {
                numbers.add(number);
            }
        }
        // To unit length, so that a long sentence is not worth more for its length.
        double length = 1 / Math.sqrt(numbers.size());
        return numbers.stream().map(number -> new FeatureNode(number, length)).toArray(Feature[]::new);
    }
}
