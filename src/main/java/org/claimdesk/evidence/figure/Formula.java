package org.claimdesk.evidence.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ParseException;
import org.claimdesk.problem.Problem;

/**
 * Works out formulas of a newsroom's kind: + − × ÷, brackets, and sum, average, min, max, abs, round(number, places). There
 * is nothing in it that takes long or reaches outside: no powers, no text, no time. Numbers have 34 digits (IEEE 754
 * decimal128). Pure.
 */
public final class Formula {

    /** The longest formula, in characters. */
    public static final int LONGEST = 500;
    /** Brackets in brackets. */
    private static final int DEEPEST = 50;
    private static final Set<String> FUNCTIONS = Set.of("sum", "average", "min", "max", "abs", "round");
    private static final ExpressionConfiguration RULES = ExpressionConfiguration.builder()
            .mathContext(MathContext.DECIMAL128)
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()), Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()), Map.entry("+", new PrefixPlusOperator()),
                    Map.entry("-", new PrefixMinusOperator())))
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(Map.entry("SUM", new SumFunction()),
                    Map.entry("AVERAGE", new AverageFunction()), Map.entry("MIN", new MinFunction()),
                    Map.entry("MAX", new MaxFunction()), Map.entry("ABS", new AbsFunction()),
                    Map.entry("ROUND", new RoundFunction())))
            .defaultConstants(new TreeMap<>())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .stripTrailingZeros(true)
            .build();

    private Formula() {}

    /**
     * @param formula as typed; × ÷ and − are taken for * / and -
     * @throws Problem bad input for {@code formula}, where it is none, uses a name that is no input, or divides by zero
     */
    static BigDecimal evaluate(String formula, List<Quantity> inputs) {
        if (formula.length() > LONGEST) {
            throw wrong("It has more than " + LONGEST + " characters.");
        }
        String plain = formula.replace('×', '*').replace('÷', '/').replace('−', '-').replace('–', '-');
        checkDepth(plain);
        try {
            Expression expression = new Expression(plain, RULES);
            Set<String> unknown = new HashSet<>(expression.getUsedVariables());
            inputs.forEach(input -> {
                unknown.remove(input.name());
                expression.with(input.name(), input.value());
            });
            if (!unknown.isEmpty()) {
                throw wrong("There is no number called " + unknown.iterator().next() + ".");
            }
            EvaluationValue value = expression.evaluate();
            if (!value.isNumberValue()) {
                throw wrong("It does not come to a number.");
            }
            return value.getNumberValue();
        } catch (ParseException | com.ezylang.evalex.EvaluationException unreadable) {
            throw wrong(said(unreadable));
        } catch (ArithmeticException impossible) {
            throw wrong("It cannot be worked out: " + impossible.getMessage() + ".");
        }
    }

    /** Whether a name can be that of a number: letters, digits and _, beginning with a letter, and no function's. */
    static boolean isName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,30}")
                && !FUNCTIONS.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    private static void checkDepth(String formula) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < formula.length(); i++) {
            if (formula.charAt(i) == '"') {
                throw wrong("There is no text in a formula.");
            }
            if (formula.charAt(i) == '(') {
                open.push(i);
            } else if (formula.charAt(i) == ')' && !open.isEmpty()) {
                open.pop();
            }
            if (open.size() > DEEPEST) {
                throw wrong("It has brackets in brackets too deep.");
            }
        }
    }

    private static String said(BaseException unreadable) {
        return "It cannot be read at “" + unreadable.getTokenString() + "”: " + unreadable.getMessage() + ".";
    }

    private static Problem wrong(String why) {
        return Problem.badInput("formula", "That formula cannot be used. " + why);
    }
}
