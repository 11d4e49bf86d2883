package org.claimdesk.desk.search;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Excerpt;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** The index cards: which of them have the words and marks that are asked for, and where the words stand in a text. */
@ApplicationScoped
class Cards {

    /** As phones write them for those that keep words together. */
    private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
    /** In characters; what is longer is shown in part. */
    private static final int LONG = 300;
    /** In characters; beyond that nothing is looked for to be shown, so that a page of the longest texts is no burden. */
    private static final int READ = 10_000;
    private static final String WORDS = """
            select cast(q as text), cast(q || websearch_to_tsquery('english', ?1) as text), numnode(q),
                   coalesce((select w.lexeme from unnest(to_tsvector('english', ?1)) w order by w.positions[1] limit 1), '')
              from websearch_to_tsquery('english', folded(?1)) q""";
    private static final String FOUND = """
            select cards(?1, cast(nullif(?2, '') as tsquery), ?3, ?4, ?5, ?6, ?7)""";
    private static final String SHOWN = """
            select ts_headline('english', t.text, cast(?2 as tsquery), case when length(t.text) <= %d then 'HighlightAll=true, '
                   else 'MaxFragments=2, MinWords=12, MaxWords=30, FragmentDelimiter=" … ", ' end || 'StartSel="%s", StopSel="%s"')
              from unnest(cast(?1 as text[])) with ordinality t(text, place) order by t.place"""
            .formatted(LONG, Stretch.BEGIN, Stretch.END);

    private final EntityManager database;

    Cards(EntityManager database) {
        this.database = database;
    }

    /**
     * Words as PostgreSQL reads them; all empty where none were typed.
     *
     * @param asked what cards are asked for, as a tsquery
     * @param lit   what is highlighted
     * @param first the first of them, cut to its stem
     */
    record Words(String asked, String lit, String first) {
        private static final Words NONE = new Words("", "", "");
    }

    /** @throws Problem bad input where something was typed and no word is in it that could be found */
    Words words(String typed) {
        if (typed.isEmpty()) {
            return Words.NONE;
        }
        Tuple row = Rows.of(database, WORDS, QUOTES.matcher(typed).replaceAll("\"")).get(0);
        if (row.get(2, Integer.class) == 0) {
            throw Problem.badInput("q",
                    "There is no word in that to look for: signs, and words as common as “the”, are passed over.");
        }
        return new Words(Rows.text(row, 0), Rows.text(row, 1), Rows.text(row, 3));
    }

    /**
     * Ids before one, newest first. The work is bounded, whatever is asked and however many cards there are.
     *
     * @param without ids that are passed over
     */
    Long[] found(Question question, Words words, Collection<Long> without, long before, int most) {
        return Rows.of(database, FOUND, question.kind().name(), question.asked(words.asked()), before,
                question.since(), question.until(), without.toArray(Long[]::new), most)
                .stream()
                .map(row -> row.get(0, Long.class))
                .toArray(Long[]::new);
    }

    /** Each text with the words in it, one statement for all; what is long is cut to what stands around them. */
    List<List<Stretch>> shown(Words words, List<String> texts) {
        if (words.lit().isEmpty()) {
            return texts.stream().map(text -> Stretch.plain(Excerpt.of(text, LONG))).toList();
        }
        String[] read = texts.stream().map(text -> Excerpt.of(text, READ)).toArray(String[]::new);
        return Rows.of(database, SHOWN, read, words.lit())
                .stream()
                .map(row -> Stretch.of(Rows.text(row, 0)))
                .toList();
    }
}
