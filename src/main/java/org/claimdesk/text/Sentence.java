package org.claimdesk.text;

/**
 * A sentence of an article, the unit of coverage.
 *
 * @param number from 1, through the whole article
 * @param start  first code point in the canonical text, never white space
 * @param end    one past the last code point, which is never white space
 */
public record Sentence(int number, int start, int end) {}
