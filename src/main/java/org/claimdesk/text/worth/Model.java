package org.claimdesk.text.worth;

import java.nio.ByteBuffer;

/**
 * A linear model: the sum of the weights of a sentence's features, each group divided by the square root of their number.
 * The file holds, big-endian: the constant and the threshold as floats, then a float for each group, the step between
 * weights, then one signed octet for each place.
 */
final class Model {

    private static final Group[] GROUPS = Group.values();
    private static final int[] ENDS = ends();

    private final float constant;
    private final float threshold;
    private final float[] steps;
    private final byte[] weights;

    Model(float constant, float threshold, float[] steps, byte[] weights) {
        this.constant = constant;
        this.threshold = threshold;
        this.steps = steps;
        this.weights = weights;
    }

    static Model read(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        float constant = buffer.getFloat();
        float threshold = buffer.getFloat();
        float[] steps = new float[Group.values().length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = buffer.getFloat();
        }
        byte[] weights = new byte[Group.places()];
        buffer.get(weights);
        return new Model(constant, threshold, steps, weights);
    }

    byte[] write() {
        ByteBuffer file = ByteBuffer.allocate(8 + 4 * steps.length + weights.length);
        file.putFloat(constant).putFloat(threshold);
        for (float step : steps) {
            file.putFloat(step);
        }
        return file.put(weights).array();
    }

    /** From 0 to 1; 0.5 where the sum is the threshold. */
    double score(int[] features) {
        return 1 / (1 + Math.exp(threshold - sum(features)));
    }

    double sum(int[] features) {
        double sum = constant;
        int at = 0;
        for (Group group : GROUPS) {
            int end = ENDS[group.ordinal()];
            int begin = at;
            long weight = 0;
            while (at < features.length && features[at] < end) {
                weight += weights[features[at++]];
            }
            if (at > begin) {
                sum += weight * steps[group.ordinal()] * group.share / Math.sqrt(at - begin);
            }
        }
        return sum;
    }

    private static int[] ends() {
        int[] ends = new int[GROUPS.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i + 1 < ends.length ? GROUPS[i + 1].first() : Group.places();
        }
        return ends;
    }
}
