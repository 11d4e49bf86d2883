package org.claimdesk.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Learns weights so that the right one among the candidates of a question has the largest share (a softmax over each
 * question's candidates, L2, by Adam in a fixed number of steps). The same questions give the same weights.
 */
final class Fitting {

    /** The candidates of a question. @param right the place of the right one among them, -1 where it is not there */
    record Question(double[][] candidates, int right) {}

    private static final int STEPS = 800;
    private static final double PACE = 0.05;
    private static final double L2 = 5;

    private Fitting() {}

    static double[] weights(List<Question> all, int features) {
        List<Question> questions = all.stream().filter(question -> question.right() >= 0).toList();
        double[] scale = deviations(questions, features);
        double[] weights = new double[features];
        double[] first = new double[features];
        double[] second = new double[features];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = slope(questions, weights, scale);
            for (int f = 0; f < features; f++) {
                first[f] = 0.9 * first[f] + 0.1 * slope[f];
                second[f] = 0.999 * second[f] + 0.001 * slope[f] * slope[f];
                weights[f] -= PACE * (first[f] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(second[f] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        for (int f = 0; f < features; f++) {
            weights[f] /= scale[f];
        }
        return weights;
    }

    private static double[] slope(List<Question> questions, double[] weights, double[] scale) {
        double[] slope = new double[weights.length];
        for (int f = 0; f < weights.length; f++) {
            slope[f] = L2 * weights[f];
        }
        for (Question question : questions) {
            double[] shares = Arrays.stream(question.candidates()).mapToDouble(candidate -> {
                double sum = 0;
                for (int f = 0; f < weights.length; f++) {
                    sum += weights[f] * candidate[f] / scale[f];
                }
                return sum;
            }).toArray();
            double most = Arrays.stream(shares).max().orElse(0);
            double all = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.exp(shares[i] - most);
                all += shares[i];
            }
            for (int i = 0; i < shares.length; i++) {
                double off = shares[i] / all - (i == question.right() ? 1 : 0);
                for (int f = 0; f < weights.length; f++) {
                    slope[f] += off * question.candidates()[i][f] / scale[f];
                }
            }
        }
        return slope;
    }

    private static double[] deviations(List<Question> questions, int features) {
        double[] deviations = new double[features];
        for (int f = 0; f < features; f++) {
            int feature = f;
            double[] values = questions.stream()
                    .flatMap(question -> Arrays.stream(question.candidates()))
                    .mapToDouble(candidate -> candidate[feature])
                    .toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            deviations[f] = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0))
                    + 1e-9;
        }
        return deviations;
    }
}
