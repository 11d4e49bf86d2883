package org.claimdesk.desk.search;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
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
            case EVIDENCE -> question(kind, false,
                    Mark.of("E", Form.choice(Evidence.Kind.class, "kind", value("kind"))), Mark.of("P", person()));
            case ARTICLE -> question(kind, false, Mark.of("D", desk()), Mark.of("B", person()));
        };
    }

    private Question claims() {
        State state = Form.choice(State.class, "state", value("state"));
        Rating rating = Form.choice(Rating.class, "rating", value("rating"));
        Part part = Form.choice(Part.class, "part", value("part"));
        UUID person = person();
        UUID assignee = part == null || part == Part.ASSIGNED ? person : null;
        boolean verdict = rating != null || part == Part.VERIFIED && person != null;
        if (verdict && state != null && state != State.VERIFIED) {
            throw Problem.badInput("state", "Only a verified claim has a rating and somebody who verified it.");
        }
        return question(Kind.CLAIM, verdict,
                Mark.together(Mark.of("S", verdict ? null : state), Mark.of("D", desk()), Mark.of("A", assignee)),
                assignee == null && part != null ? Mark.of(part.letter(), person) : null, Mark.of("R", rating),
                Mark.of("K", Form.choice(Risk.class, "risk", value("risk"))));
    }

    private Question question(Kind kind, boolean verdict, Mark... marks) {
        String words = Input.line("q", value("q"));
        Instant since = moment("from", 0, Question.EVER);
        Instant until = moment("to", 1, Question.NEVER);
        if (!since.isBefore(until)) {
            throw Problem.badInput("from", "That is after the last day.");
        }
        return new Question(kind, words, Stream.of(marks).filter(Objects::nonNull).toList(), since, until, verdict);
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

    private UUID person() {
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
}
