package org.claimdesk.desk.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mark on an index card, such as S=DISPUTED. The letters are those of the schema. */
record Mark(String letters, String value) {

    /** Null where there is no value. */
    static Mark of(String letter, Object value) {
        return value == null ? null : new Mark(letter, value.toString());
    }

    /** State, desk and assignee are one mark where more than one is asked for, such as SD=DISPUTED /desks/courts; null for none. */
    static Mark together(Mark... marks) {
        List<Mark> said = Stream.of(marks).filter(Objects::nonNull).toList();
        return said.isEmpty()
                ? null
                : new Mark(said.stream().map(Mark::letters).collect(Collectors.joining()),
                        said.stream().map(Mark::value).collect(Collectors.joining(" ")));
    }

    /** As PostgreSQL reads it in a tsquery. */
    String quoted() {
        return "'" + (letters + "=" + value).replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
