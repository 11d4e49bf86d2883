package org.claimdesk.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.claimdesk.problem.Problem;

/** Says in a sentence why JSON could not be read, with the field it is about; never with the names of our classes. */
final class Misread {

    /** The field of a problem with the body as a whole. */
    static final String BODY = "body";

    private Misread() {}

    static Problem problem(JsonProcessingException misread) {
        if (misread.getCause() instanceof Problem problem) {
            return problem;
        }
        if (misread instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown);
        }
        if (misread instanceof InvalidTypeIdException untold) {
            return untold(untold);
        }
        if (misread instanceof InvalidNullException nothing) {
            return Problem.badInput(field(nothing), "Null is no value of this list.");
        }
        if (misread instanceof MismatchedInputException misfit) {
            boolean more = misfit.getOriginalMessage().startsWith("Trailing token");
            return Problem.badInput(field(misfit),
                    more ? "Something follows the JSON object." : "This takes " + taken(misfit.getTargetType()) + ".");
        }
        if (misread.getCause() instanceof StreamReadException broken && !(broken instanceof InputCoercionException)) {
            return malformed(broken);
        }
        if (misread instanceof JsonMappingException unusable) {
            return Problem.badInput(field(unusable), "This value is out of range, or not of the kind that is taken.");
        }
        return malformed(misread);
    }

    private static Problem unknown(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        String choices = known == null || known.isEmpty()
                ? "none"
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return Problem.badInput(field(unknown),
                "There is no property \"" + shortly(unknown.getPropertyName()) + "\" here. Known: " + choices + ".");
    }

    /** The tag that says of which kind an object is, is missing or unknown. */
    private static Problem untold(InvalidTypeIdException untold) {
        Class<?> base = untold.getBaseType().getRawClass();
        JsonTypeInfo tag = base.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = base.getAnnotation(JsonSubTypes.class);
        if (tag == null || kinds == null) {
            return Problem.badInput(field(untold), "This is none of the kinds that are taken.");
        }
        return Problem.badInput(tag.property(), "This takes one of " + Arrays.stream(kinds.value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", ")) + ".");
    }

    private static Problem malformed(JsonProcessingException malformed) {
        String said = malformed.getOriginalMessage();
        JsonLocation at = malformed.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        if (said != null && said.startsWith("Duplicate field")) {
            return Problem.badInput(BODY, "A property is given twice" + where + ".");
        }
        return Problem.badInput(BODY, "The body is no well-formed JSON in UTF-8" + where + ".");
    }

    private static String taken(Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of " + Form.choices(type);
        }
        if (type == UUID.class) {
            return "a person's id, such as 7c9e6679-7425-40de-944b-e07fc1f90ae7";
        }
        if (type == Instant.class) {
            return "a time with its offset, such as 2026-11-03T18:00:00Z";
        }
        if (type == String.class) {
            return "text in quotes";
        }
        if (List.<Class<?>>of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String field(JsonMappingException misread) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : misread.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(shortly(step.getFieldName()));
            }
        }
        return field.isEmpty() ? BODY : field.toString();
    }

    private static String shortly(String name) {
        return name.length() <= 80 ? name : name.substring(0, name.offsetByCodePoints(0, 60)) + "…";
    }
}
