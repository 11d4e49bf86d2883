package org.claimdesk.evidence.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.problem.Problem;

/** Numbers as a newsroom writes them: 75,480, 1.5, -3. Pure. */
public final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[-+−]?(\\d{1,3}(,\\d{3})+|\\d{1,24})(\\.\\d{1,24})?");
    private static final Pattern INPUT = Pattern
            .compile("\\s*([^=\\s]+)\\s*=\\s*([-+−]?[\\d,.]+)\\s*(?:[;(,]|\\s)?\\s*(.*?)\\)?\\s*");

    private Numbers() {}

    /** @throws Problem bad input for the field; null where nothing was typed */
    public static BigDecimal read(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!NUMBER.matcher(typed.strip()).matches()) {
            throw Problem.badInput(field, "“" + typed.strip() + "” is no number. Write it like 75,480 or 2.5.");
        }
        return new BigDecimal(typed.strip().replace(",", "").replace('−', '-').replace("+", ""));
    }

    /**
     * Numbers with their names, one a line: {@code before = 75,480; table 1}.
     *
     * @throws Problem bad input, which says in what line
     */
    public static List<Quantity> inputs(String field, String typed) {
        List<Quantity> inputs = new ArrayList<>();
        int line = 0;
        for (String each : (typed == null ? "" : typed).split("\\R")) {
            line++;
            if (each.isBlank()) {
                continue;
            }
            Matcher input = INPUT.matcher(each);
            if (!input.matches()) {
                throw Problem.badInput(field,
                        "Line %d is not like “before = 75,480; table 1”.".formatted(line));
            }
            inputs.add(new Quantity(input.group(1), read(field, input.group(2)), input.group(3)));
        }
        return inputs;
    }

    /** With commas between thousands; what is not whole to six significant digits. */
    public static String written(BigDecimal number) {
        BigDecimal read = number.stripTrailingZeros();
        if (read.scale() > 0) {
            int whole = Math.max(0, read.precision() - read.scale());
            read = read.round(new MathContext(Math.max(6, whole + 2), RoundingMode.HALF_UP)).stripTrailingZeros();
        }
        DecimalFormat format = new DecimalFormat("#,##0.##############################",
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(read);
    }
}
