package org.claimdesk.text.worth;

import java.util.List;
import java.util.Random;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** Logistic regression over the features, which are weighted half alike, half by how much they tell (NB log-count ratio). */
final class Trainer {

    private static final double COST = 3;
    private static final double PRECISION = 0.05;
    private static final int RAREST = 3;
    private static final double BY_RATIO = 0.5;

    private final List<int[]> features;
    private final boolean[] worth;
    private final double[] scales = new double[Group.places()];

    private Trainer(List<Example> examples) {
        features = examples.stream().map(Example::features).toList();
        worth = new boolean[examples.size()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = examples.get(i).worth();
        }
    }

    static Model train(List<Example> examples, double threshold) {
        Trainer trainer = new Trainer(examples);
        trainer.scale();
        double[] weights = trainer.solve();
        return trainer.model(weights, threshold);
    }

    private void scale() {
        int[] yes = new int[scales.length];
        int[] no = new int[scales.length];
        int allYes = 0;
        for (int i = 0; i < worth.length; i++) {
            allYes += worth[i] ? 1 : 0;
            for (int place : features.get(i)) {
                (worth[i] ? yes : no)[place]++;
            }
        }
        int allNo = worth.length - allYes;
        for (int place = 0; place < scales.length; place++) {
            double ratio = StrictMath.log((yes[place] + 1.0) / (allYes + 2) / ((no[place] + 1.0) / (allNo + 2)));
            scales[place] = yes[place] + no[place] < RAREST ? 0 : 1 - BY_RATIO + BY_RATIO * Math.abs(ratio);
        }
    }

    private double[] solve() {
        Problem problem = new Problem();
        problem.l = worth.length;
        problem.n = scales.length + 1;
        problem.x = new Feature[worth.length][];
        problem.y = new double[worth.length];
        for (int i = 0; i < worth.length; i++) {
            problem.x[i] = vector(features.get(i));
            problem.y[i] = worth[i] ? 1 : -1;
        }
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, COST, PRECISION);
        // Always the same order of sentences, so always the same weights.
        parameter.setRandom(new Random(1));
        var model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        for (int place = 0; place < weights.length; place++) {
            weights[place] *= model.getLabels()[0] * (place < scales.length ? scales[place] : 1);
        }
        return weights;
    }

    private Feature[] vector(int[] places) {
        int[] counts = new int[Group.values().length];
        for (int place : places) {
            counts[group(place).ordinal()]++;
        }
        Feature[] vector = new Feature[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            Group group = group(places[i]);
            double share = group.share / Math.sqrt(counts[group.ordinal()]);
            vector[i] = new FeatureNode(places[i] + 1, share * scales[places[i]]);
        }
        vector[places.length] = new FeatureNode(scales.length + 1, 1);
        return vector;
    }

    private Model model(double[] weights, double threshold) {
        Group[] groups = Group.values();
        float[] steps = new float[groups.length];
        for (int place = 0; place < scales.length; place++) {
            int group = group(place).ordinal();
            steps[group] = Math.max(steps[group], (float) (Math.abs(weights[place]) / 127));
        }
        byte[] octets = new byte[scales.length];
        for (int place = 0; place < octets.length; place++) {
            octets[place] = (byte) Math.round(weights[place] / steps[group(place).ordinal()]);
        }
        return new Model((float) weights[scales.length], (float) threshold, steps, octets);
    }

    private static Group group(int place) {
        Group found = Group.WORDS;
        for (Group group : Group.values()) {
            found = place >= group.first() ? group : found;
        }
        return found;
    }
}
