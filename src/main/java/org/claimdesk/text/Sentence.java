package org.claimdesk.text;

/**
 * A sentence of a text.
 *
 * @param number from 1
 * @param start  first code point
 * @param end    one past the last
 */
public record Sentence(int number, int start, int end) {}
