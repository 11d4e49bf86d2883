package org.claimdesk.matching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Earlier claims with words of what is asked for, by PostgreSQL's full text and trigrams: three statements, whatever the
 * number of claims. Words that no claim has stand for those spelled like them.
 */
final class Candidates {

    /** So many are looked at closely. */
    static final int CLOSELY = 100;
    /** Counts of words may be behind; so many rows are read at most. */
    private static final int READ = 2 * Asked.MOST;

    private static final String ASK = """
            select s.stem, coalesce(w.claims, 0), coalesce((select claims from word where word = ''), 0),
                   case when w.claims is null and length(s.stem) >= 5 then array(
                        select v.word from word v where v.word % s.stem and similarity(v.word, s.stem) >= 0.5
                         order by similarity(v.word, s.stem) desc, v.word limit 2) end
              from unnest(tsvector_to_array(to_tsvector('english', ?))) s (stem) left join word w on w.word = s.stem
             order by s.stem""";
    private static final String FIND = """
            select w.claim_id, array_to_string(tsvector_to_array(ts_filter(w.words, '{a}')), ' '),
                   array_to_string(tsvector_to_array(ts_filter(w.words, '{b}')), ' ')
              from claim_wording w
             where w.words @@ cast(? as tsquery) and w.claim_id <> all(?)
               and not exists (select from claim c where c.id = w.claim_id and c.dropped_at is not null)
             limit %d""".formatted(READ);
    private static final String TEXTS = """
            select w.claim_id, w.wording, w.heading, v.wording, v.heading
              from claim_wording w left join claim_vector v on v.claim_id = w.claim_id and v.model = ?
             where w.claim_id = any(?)""";

    private final Connection database;

    Candidates(Connection database) {
        this.database = database;
    }

    /** @param wording as {@link Wording} makes it */
    Asked ask(String wording) throws SQLException {
        List<Asked.Word> words = new ArrayList<>();
        long total = 0;
        try (PreparedStatement statement = database.prepareStatement(ASK)) {
            statement.setString(1, wording);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    total = rows.getLong(3);
                    words.add(new Asked.Word(rows.getString(1), rows.getLong(2), rows.getArray(4) == null
                            ? List.of()
                            : Arrays.stream((Object[]) rows.getArray(4).getArray()).map(String.class::cast).toList()));
                }
            }
        }
        return new Asked(wording, words, total);
    }

    /**
     * Those that are most like it by their words, with their texts, the likest first.
     *
     * @param without ids of claims that are none
     */
    List<Earlier> find(Asked asked, Features features, Long[] without) throws SQLException {
        String query = asked.query();
        if (query.isEmpty()) {
            return List.of();
        }
        Map<Earlier, Double> found = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(FIND)) {
            statement.setString(1, query);
            statement.setArray(2, database.createArrayOf("bigint", without));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Earlier earlier = new Earlier(rows.getLong(1), Features.words(rows.getString(2)),
                            Features.words(rows.getString(3)), null);
                    found.put(earlier, features.first(earlier));
                }
            }
        }
        return withTexts(found.entrySet()
                .stream()
                .sorted(Map.Entry.<Earlier, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().id()))
                .limit(CLOSELY)
                .map(Map.Entry::getKey)
                .toList());
    }

    private List<Earlier> withTexts(List<Earlier> found) throws SQLException {
        Map<Long, Earlier.Texts> texts = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(TEXTS)) {
            statement.setString(1, Meaning.MODEL);
            statement.setArray(2, database.createArrayOf("bigint", found.stream().map(Earlier::id).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.put(rows.getLong(1), new Earlier.Texts(rows.getString(2), rows.getString(3),
                            rows.getBytes(4), rows.getBytes(5)));
                }
            }
        }
        return found.stream()
                .filter(earlier -> texts.containsKey(earlier.id()))
                .map(earlier -> earlier.with(texts.get(earlier.id())))
                .sorted(Comparator.comparingLong(Earlier::id))
                .toList();
    }
}
