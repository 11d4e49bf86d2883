package org.claimdesk.desk.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.State;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;

/** Reads what was asked from the fields of the form, which are the parameters of the API. */
record AskedView(MultivaluedMap<String, String> fields, NewsroomTime time) {

    /** @throws Problem bad input, by the field */
    Question of(Kind kind) {
        return switch (kind) {
            case CLAIM -> claims();
            case EVIDENCE -> question(kind,
                    marks(mark("E", Form.choice(Evidence.Kind.class, "kind", value("kind"))), mark("P", person())),
                    false);
            case ARTICLE -> question(kind, marks(mark("D", desk()), mark("B", person())), false);
        };
    }

    private Question claims() {
        Rating rating = Form.choice(Rating.class, "rating", value("rating"));
        Part part = Form.choice(Part.class, "part", value("part"));
        Object person = person();
        return question(Kind.CLAIM, marks(mark("S", Form.choice(State.class, "state", value("state"))),
                mark("D", desk()), mark((part == null ? Part.ASSIGNED : part).letter(), person), mark("R", rating),
                mark("K", Form.choice(Risk.class, "risk", value("risk")))),
                rating != null || part == Part.VERIFIED && person != null);
    }

    private Question question(Kind kind, List<String> marks, boolean verdict) {
        String words = Input.line("q", value("q"));
        Instant since = moment("from", 0, Question.EVER);
        Instant until = moment("to", 1, Question.NEVER);
        if (!since.isBefore(until)) {
            throw Problem.badInput("from", "That is after the last day.");
        }
        return new Question(kind, words, marks, since, until, verdict);
    }

    private Instant moment(String field, int later, Instant otherwise) {
        Instant moment = time.day(field, value(field), later);
        if (moment == null) {
            return otherwise;
        }
        if (moment.isBefore(Question.EVER) || moment.isAfter(Question.NEVER)) {
            throw Problem.badInput(field, "That is not a date, such as 2026-11-03.");
        }
        return moment;
    }

    private Object person() {
        return Form.person("person", value("person"));
    }

    private String desk() {
        String desk = Input.line("desk", value("desk"));
        if (!desk.isEmpty() && !desk.startsWith("/desks/")) {
            throw Problem.badInput("desk", "That is no desk of the newsroom.");
        }
        return desk.isEmpty() ? null : desk;
    }

    private String value(String field) {
        return fields.getFirst(field);
    }

    private static String mark(String letter, Object value) {
        return value == null ? null : letter + "=" + value;
    }

    private static List<String> marks(String... marks) {
        return Stream.of(marks).filter(Objects::nonNull).toList();
    }
}
