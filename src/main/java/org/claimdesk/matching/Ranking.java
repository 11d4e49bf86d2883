package org.claimdesk.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Finds earlier claims like some words, the likest first. */
final class Ranking {

    private final Candidates candidates;
    private final Meaning meaning;

    /** @param meaning null where there is no model */
    Ranking(Connection database, Meaning meaning) {
        this.candidates = new Candidates(database);
        this.meaning = meaning;
    }

    /** An earlier claim and how much it is like what was asked for, on the scale of its {@link Weights}. */
    record Ranked(long id, double sum) {}

    /** A candidate and in what it is like what was asked for. */
    record Candidate(long id, double[] features) {}

    /** At most so many, from the floor on; the earlier one first where two are as like. */
    List<Ranked> like(String text, int most, Long... without) throws SQLException {
        Weights weights = meaning == null ? Weights.TEXT : Weights.MODEL;
        return candidates(text, without).stream()
                .filter(candidate -> weights.likeEnough(candidate.features()))
                .map(candidate -> new Ranked(candidate.id(), weights.sum(candidate.features())))
                .sorted(Comparator.comparingDouble(Ranked::sum).reversed().thenComparingLong(Ranked::id))
                .limit(most)
                .toList();
    }

    /** Those that are looked at closely. */
    List<Candidate> candidates(String text, Long... without) throws SQLException {
        Asked asked = candidates.ask(Wording.of(text));
        Features features = new Features(asked, meaning == null ? null : meaning.of(asked.wording()));
        return candidates.find(asked, features, without)
                .stream()
                .map(earlier -> new Candidate(earlier.id(), features.of(earlier)))
                .toList();
    }
}
