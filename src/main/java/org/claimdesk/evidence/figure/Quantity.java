package org.claimdesk.evidence.figure;

import java.math.BigDecimal;

/**
 * A number that goes into a calculation.
 *
 * @param name by which the formula calls it
 * @param from where it stands, so that a reviewer finds it: a page, a table; may be empty
 */
public record Quantity(String name, BigDecimal value, String from) {}
