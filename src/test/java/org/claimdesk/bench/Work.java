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
 * @param reach    the least ratio to the floor that is wanted; 0 for none
 */
record Work(String name, Map<String, String> settings, Supplier<List<String>> targets, List<Floor.Target> floor,
        double reach) {}
