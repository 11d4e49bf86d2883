package org.claimdesk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MultivaluedMap;
import org.claimdesk.problem.Problem;

/**
 * A form as it was sent: what was typed is shown again with the problem that kept it from being done.
 *
 * @param name    which form of the page
 * @param problem null where nothing has been sent yet
 */
public record Form(String name, Map<String, List<String>> values, Problem problem) {

    /** The forms of a page before anything was typed. */
    public static Form blank() {
        return new Form("", Map.of(), null);
    }

    public static Form refused(String name, MultivaluedMap<String, String> values, Problem problem) {
        return new Form(name, values, problem);
    }

    public boolean is(String form) {
        return name.equals(form);
    }

    /** What was typed into this field of this form, or empty. */
    public String value(String form, String field) {
        return value(form, field, "");
    }

    public String value(String form, String field, String otherwise) {
        List<String> typed = is(form) ? values.get(field) : null;
        return typed == null || typed.isEmpty() ? otherwise : typed.get(0);
    }

    public boolean has(String form, String field, String value) {
        return is(form) && values.getOrDefault(field, List.of()).contains(value);
    }

    public boolean wrong(String form, String field) {
        return is(form) && problem != null && problem.field().equals(field);
    }

    /** A key for a form that is sent once: sending it twice is answered twice and done once. */
    public String fresh() {
        return UUID.randomUUID().toString();
    }

    /** @throws Problem bad input where it is no such constant; null where nothing was chosen */
    public static <E extends Enum<E>> E choice(Class<E> type, String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.badInput(field, "This takes one of " + choices(type) + ".");
        }
    }

    /** The names of the constants, for a sentence. */
    static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** @throws Problem bad input where it is no id; null where nothing was chosen */
    public static UUID person(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(value.strip());
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput(field, "That is nobody's id.");
        }
    }

    /**
     * The last one that was sent of a field that a form has more than once: the choice comes after what stood there.
     *
     * @throws Problem bad input where it is no whole number; null where nothing was sent
     */
    public static Integer lastNumber(String field, List<String> values) {
        return (values == null ? List.<String>of() : values).stream()
                .filter(value -> !value.isBlank())
                .reduce((earlier, later) -> later)
                .map(value -> number(field, value))
                .orElse(null);
    }

    /** @throws Problem bad input where it is missing or no whole number */
    public static int number(String field, String value) {
        try {
            return Integer.parseInt(value == null ? "" : value.strip());
        } catch (NumberFormatException malformed) {
            throw Problem.badInput(field, "That is no whole number.");
        }
    }
}
