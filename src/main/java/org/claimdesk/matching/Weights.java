package org.claimdesk.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How much each likeness counts for the order: a line of numbers for text alone and one with a model. Learned; see
 * docs/claim-matching.md. A claim is suggested only where one likeness that means the same whatever is asked for reaches
 * a floor: the share of the words' weight that is found, or with a model the meaning.
 *
 * @param floor the least that is suggested
 */
record Weights(double[] values, double floor) {

    /** As they are shipped. */
    static final Weights TEXT = shipped("text");
    static final Weights MODEL = shipped("model");

    boolean likeEnough(double[] features) {
        return features[sure()] >= floor;
    }

    /** The place of the likeness that the floor is for. */
    int sure() {
        return Features.NAMES.indexOf(values.length == Features.BY_TEXT ? "found" : "meaning");
    }

    double sum(double[] features) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * features[i];
        }
        return sum;
    }

    /** The line of a file of weights: its name, the floor and the values, with blanks between. */
    static Weights read(String line) {
        double[] numbers = Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
        return new Weights(Arrays.copyOfRange(numbers, 1, numbers.length), numbers[0]);
    }

    private static Weights shipped(String name) {
        try (InputStream file = Weights.class.getResourceAsStream("weights.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .map(Weights::read)
                    .orElseThrow(() -> new IllegalStateException("no weights for " + name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
