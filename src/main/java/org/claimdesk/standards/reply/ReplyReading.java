package org.claimdesk.standards.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.claimdesk.evidence.Piece;
import org.claimdesk.people.Name;
import org.claimdesk.sql.Rows;

/** Reads the requests of an article: three statements, however many there are. */
@ApplicationScoped
class ReplyReading {

    private static final String REQUESTS = """
            select r.id, r.person, r.organisation, r.questions, r.channel, r.asked_at, r.due_at, r.claims, p.id as by_id, p.name,
                   r.recorded_at, s.state
              from reply_request r join reply_state s on s.id = r.id join person p on p.id = r.recorded_by
             where r.article_id = ?1 order by r.id desc limit 200""";
    private static final String ANSWERS = """
            select a.request_id, a.id, a.outcome, a.text, a.came_at, p.id as by_id, p.name
              from reply_answer a join reply_request r on r.id = a.request_id join person p on p.id = a.recorded_by
             where r.article_id = ?1 order by a.id""";
    private static final String PLACES = """
            select o.answer_id, o.revision, o.exact, position(o.exact in v.text) > 0 as stands, p.id as by_id, p.name
              from reply_place o join article a on a.id = o.article_id
              join revision v on v.article_id = a.id and v.number = a.revision join person p on p.id = o.recorded_by
             where o.article_id = ?1 order by o.id""";

    private final EntityManager database;

    ReplyReading(EntityManager database) {
        this.database = database;
    }

    /** Newest first, at most 200. */
    List<ReplyLine> of(long article) {
        Map<Long, List<ReplyLine.Place>> places = new HashMap<>();
        Rows.of(database, PLACES, article)
                .forEach(row -> places.computeIfAbsent(row.get(0, Long.class), answer -> new ArrayList<>())
                        .add(new ReplyLine.Place(row.get(1, Integer.class), Rows.text(row, 2),
                                row.get(3, Boolean.class),
                                Name.of(row.get(4, UUID.class), Rows.text(row, 5)))));
        Map<Long, List<ReplyLine.Answer>> answers = new HashMap<>();
        Rows.of(database, ANSWERS, article)
                .forEach(row -> answers.computeIfAbsent(row.get(0, Long.class), request -> new ArrayList<>())
                        .add(new ReplyLine.Answer(row.get(1, Long.class), Rows.constant(CameBack.class, row, 2),
                                Rows.text(row, 3), row.get(4, Instant.class),
                                Name.of(row.get(5, UUID.class), Rows.text(row, 6)),
                                places.getOrDefault(row.get(1, Long.class), List.of()))));
        return Rows.of(database, REQUESTS, article)
                .stream()
                .map(row -> new ReplyLine(row.get(0, Long.class), Rows.text(row, 1), Rows.text(row, 2),
                        Rows.text(row, 3), Rows.constant(Piece.Channel.class, row, 4), row.get(5, Instant.class),
                        row.get(6, Instant.class), ids(row.get(7)), Name.of(row.get(8, UUID.class), Rows.text(row, 9)),
                        row.get(10, Instant.class), Rows.constant(Standing.class, row, 11),
                        answers.getOrDefault(row.get(0, Long.class), List.of())))
                .toList();
    }

    private static List<Long> ids(Object array) {
        return Stream.of((Object[]) array).map(id -> ((Number) id).longValue()).toList();
    }
}
