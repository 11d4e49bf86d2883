package org.claimdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.Risk;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void whatWasTypedIsShownAgainInItsForm() {
        Form form = refused("dispute");

        assertThat(form.value("dispute", "statement")).isEqualTo("It was 30.");
        assertThat(form.value("dispute", "grounds", "OTHER")).isEqualTo("OTHER");
        assertThat(form.has("dispute", "authors", "b")).isTrue();
        assertThat(form.has("dispute", "authors", "c")).isFalse();
        assertThat(form.wrong("dispute", "statement")).isTrue();
        assertThat(form.wrong("dispute", "authors")).isFalse();
    }

    @Test
    void itIsNotShownInAnotherForm() {
        Form form = refused("dispute");

        assertThat(form.value("answer", "statement")).isEmpty();
        assertThat(form.value("answer", "statement", "before")).isEqualTo("before");
        assertThat(form.has("answer", "authors", "b")).isFalse();
        assertThat(form.wrong("answer", "statement")).isFalse();
    }

    @Test
    void aBlankFormHasNothingTypedAndNothingWrong() {
        assertThat(Form.blank().value("dispute", "statement", "before")).isEqualTo("before");
        assertThat(Form.blank().wrong("", "statement")).isFalse();
        assertThat(Form.blank().fresh()).isNotEqualTo(Form.blank().fresh());
    }

    @Test
    void aChoiceIsOneOfItsConstants() {
        assertThat(Form.choice(Risk.class, "risk", " legal ")).isEqualTo(Risk.LEGAL);
        assertThat(field(() -> Form.choice(Risk.class, "risk", "DEADLY"))).isEqualTo("risk");
    }

    @Test
    void aPersonIsAnId() {
        UUID id = UUID.fromString("2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11");

        assertThat(Form.person("assignee", " " + id + " ")).isEqualTo(id);
        assertThat(field(() -> Form.person("assignee", "anna"))).isEqualTo("assignee");
        assertThat(field(() -> Form.person("assignee", "' or 1=1 --"))).isEqualTo("assignee");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nothingChosenIsNothing(String value) {
        assertThat(Form.choice(Risk.class, "risk", value)).isNull();
        assertThat(Form.person("assignee", value)).isNull();
    }

    @Test
    void aNumberIsWhole() {
        assertThat(Form.number("version", " 12 ")).isEqualTo(12);
        assertThat(Form.number("version", "-1")).isEqualTo(-1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1.5", "12345678901", "0x1", "1e3", "one", "1 2"})
    void whatIsNoNumberIsRefusedByItsField(String value) {
        assertThat(field(() -> Form.number("version", value))).isEqualTo("version");
    }

    private static Form refused(String name) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        typed.putSingle("statement", "It was 30.");
        typed.put("authors", List.of("a", "b"));
        return Form.refused(name, typed, Problem.badInput("statement", "State the objection."));
    }

    private static String field(ThrowingCallable typed) {
        Problem problem = catchThrowableOfType(Problem.class, typed);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        return problem.field();
    }
}
