package org.claimdesk.packet;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.State;
import org.claimdesk.packet.copy.Mark;
import org.claimdesk.packet.copy.Standing;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.Block;

/**
 * An article as it stands, and its claims in reading order.
 *
 * @param address where it was brought in from, or null
 */
record Lineup(long article, String headline, String byline, String address, int revision, String filedBy,
        String filedAt,
        String text, List<Block> blocks, List<Standing> claims) {

    private static final String ARTICLE = """
            select a.headline, a.byline, a.address, a.revision, p.name, to_char(r.filed_at, 'YYYY-MM-DD HH24:MI "UTC"'), r.text,
                   r.blocks::text
              from article a join revision r on r.article_id = a.id and r.number = a.revision join person p on p.id = r.filed_by
             where a.id = ?1""";
    private static final String CLAIMS = """
            select c.id, c.start_at, c.end_at, c.state, v.rating, c.dropped_at is not null as dropped, c.placement = 'ORPHANED' as orphaned
              from claim c left join verdict v on v.id = c.verdict_id
             where c.article_id = ?1 order by c.dropped_at is not null, c.placement = 'ORPHANED', c.start_at, c.end_at desc, c.id""";
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {
    };

    static Lineup of(EntityManager database, ObjectMapper json, long article) throws JsonProcessingException {
        Tuple row = Rows.of(database, ARTICLE, article).get(0);
        List<Standing> claims = new ArrayList<>();
        for (Tuple claim : Rows.of(database, CLAIMS, article)) {
            claims.add(standing(claim, claims.size() + 1));
        }
        return new Lineup(article, Rows.text(row, 0), Rows.text(row, 1), Rows.text(row, 2), row.get(3, Integer.class),
                Rows.text(row, 4), Rows.text(row, 5), Rows.text(row, 6), json.readValue(Rows.text(row, 7), BLOCKS),
                claims);
    }

    private static Standing standing(Tuple row, int number) {
        boolean dropped = row.get(5, Boolean.class);
        Rating rating = Rows.constant(Rating.class, row, 4);
        return new Standing(row.get(0, Long.class), number, row.get(1, Integer.class), row.get(2, Integer.class),
                dropped ? Mark.DROPPED : Mark.valueOf(Rows.constant(State.class, row, 3).name()),
                rating == null || dropped ? null : Labels.of(rating), !dropped && !row.get(6, Boolean.class));
    }

    List<Standing> inText() {
        return claims.stream().filter(Standing::inText).toList();
    }
}
