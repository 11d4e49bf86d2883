package org.claimdesk.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One kind of work that is measured.
 *
 * @param settings what the visits are told
 * @param targets  what they visit, a line each, as it is before a block
 * @param floor    the same as bare SQL, or empty where there is no such thing
 * @param alone    whether one visitor does it, one after the other
 */
record Work(String name, Map<String, String> settings, Supplier<List<String>> targets, List<Floor.Target> floor,
        boolean alone) {}
