package org.claimdesk.matching;

/** A direction in many dimensions, an octet each, from -127 to 127: what a sentence means, as far as a model tells. Pure. */
final class Vector {

    private static final int LARGEST = 127;

    private Vector() {}

    /** @param values of length 1 */
    static byte[] of(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) Math.round(values[i] / most * LARGEST);
        }
        return octets;
    }

    /** How alike two are: the cosine of their angle, -1 to 1. */
    static double cosine(byte[] one, byte[] other) {
        return dot(one, other) / Math.sqrt((double) dot(one, one) * dot(other, other));
    }

    /** How alike one is to the middle of two others. */
    static double cosine(byte[] one, byte[] first, byte[] second) {
        double a = Math.sqrt(dot(first, first));
        double b = Math.sqrt(dot(second, second));
        double sum = dot(one, first) / a + dot(one, second) / b;
        double length = Math.sqrt(2 + 2 * dot(first, second) / (a * b));
        return length == 0 ? 0 : sum / (Math.sqrt(dot(one, one)) * length);
    }

    private static int dot(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
