package org.claimdesk.evidence.figure;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * A calculation behind a claim's figure: what goes in, how, and what the claim says must come out.
 *
 * @param figure what the claim says, such as 2 for "more than doubled"
 * @param result what the service worked out when it was attached
 */
public record Calculation(String formula, List<Quantity> inputs, Relation relation, BigDecimal figure,
        BigDecimal result) {

    private static final int MOST = 30;
    private static final BigDecimal LARGEST = new BigDecimal("1e30");

    /**
     * Works it out.
     *
     * @throws Problem bad input for {@code inputs}, {@code formula}, {@code relation} or {@code figure}
     */
    public static Calculation of(String formula, List<Quantity> inputs, Relation relation, BigDecimal figure) {
        String typed = Input.line("formula", formula, "Give the formula.");
        List<Quantity> checked = checked(inputs == null ? List.of() : inputs);
        Input.chosen("relation", relation, "Say what the claim says of the figure.");
        Input.chosen("figure", figure, "Give the figure of the claim.");
        if (figure.abs().compareTo(LARGEST) > 0 || figure.scale() > 30) {
            throw Problem.badInput("figure", "That number is too large or too long.");
        }
        return new Calculation(typed, checked, relation, figure, Formula.evaluate(typed, checked));
    }

    private static List<Quantity> checked(List<Quantity> inputs) {
        if (inputs.isEmpty() || inputs.size() > MOST) {
            throw Problem.badInput("inputs", "Give 1 to " + MOST + " numbers, each with a name.");
        }
        Set<String> names = new HashSet<>();
        return inputs.stream().map(input -> {
            String name = Input.line("inputs", input.name(), "A number has a name.");
            if (!Formula.isName(name)) {
                throw Problem.badInput("inputs",
                        "“%s” is no name for a number: letters, digits and _, such as before or fy2022."
                                .formatted(name));
            }
            if (!names.add(name.toLowerCase(java.util.Locale.ROOT))) {
                throw Problem.badInput("inputs", "There are two numbers called " + name + ".");
            }
            BigDecimal value = Input.chosen("inputs", input.value(), name + " has no value.");
            if (value.abs().compareTo(LARGEST) > 0 || value.scale() > 30) {
                throw Problem.badInput("inputs", name + " is too large or too long.");
            }
            return new Quantity(name, value, Input.line("inputs", input.from()));
        }).toList();
    }

    /** Whether the claim's figure follows from it. */
    public boolean follows() {
        return relation.holds(result, figure);
    }

    /** Whether working it out again comes to the same. */
    public boolean confirmed() {
        return Formula.evaluate(formula, inputs).compareTo(result) == 0;
    }

    /** The numbers in words: before = 75,480 (table 1); after = 172,508. */
    public String inputWords() {
        return inputs.stream()
                .map(input -> input.name() + " = " + Numbers.written(input.value())
                        + (input.from().isEmpty() ? "" : " (" + input.from() + ")"))
                .collect(Collectors.joining("; "));
    }

    /** The result as it is read, to six significant digits where it is not whole. */
    public String resultWords() {
        return Numbers.written(result);
    }

    /** What the claim says: "more than 2". */
    public String said() {
        return (relation.words() + " " + Numbers.written(figure)).strip();
    }
}
