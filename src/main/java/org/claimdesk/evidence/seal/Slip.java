package org.claimdesk.evidence.seal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.claimdesk.problem.Problem;

/**
 * Finds the slip that gives a person away: the name in a note about them. It compares words, whatever their capitals,
 * accents and what stands between them. It catches the plain slip and no more: who is described well enough is named.
 */
public final class Slip {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Scripts that put nothing between words. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}"
            + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");
    private static final Set<String> NO_SURNAMES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq");
    /** Shorter names than this are words too; of them only the surname counts. */
    private static final int TELLING = 4;

    /** As they are looked for: with a space around each, but in scripts that have none. */
    private final List<String> phrases = new ArrayList<>();

    private Slip(String person, String... others) {
        List<String> names = Arrays.stream(normal(person).split(" "))
                .filter(name -> !NO_SURNAMES.contains(name))
                .toList();
        phrases.add(normal(person));
        if (!names.isEmpty()) {
            phrases.add(names.get(names.size() - 1));
        }
        names.stream().filter(name -> name.codePointCount(0, name.length()) >= TELLING).forEach(phrases::add);
        Arrays.stream(others).map(Slip::normal).forEach(phrases::add);
        phrases.removeIf(String::isEmpty);
        phrases.replaceAll(phrase -> UNSPACED.matcher(phrase).find() ? phrase : " " + phrase + " ");
    }

    /** @param fileName of the recording, or null */
    public static Slip of(Identity who, String fileName) {
        String file = fileName == null ? "" : fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return new Slip(who.person(), who.organisation(), file);
    }

    /** Whether this names them. */
    public boolean in(String text) {
        return any(List.of(this), text);
    }

    /** Whether this names one of them; the text is gone through once for all. */
    public static boolean any(Collection<Slip> slips, String text) {
        String padded = " " + normal(text) + " ";
        return slips.stream().anyMatch(slip -> slip.phrases.stream().anyMatch(padded::contains));
    }

    /** @throws Problem bad input where it names them; never with what is in it */
    public Slip refuse(String field, String text) {
        if (in(text)) {
            throw Problem.badInput(field, "The field \"" + field + "\" names the person, their organisation or the"
                    + " recording, and would stay open beside the seal. Write it without; in a quote put […].");
        }
        return this;
    }

    /** A name as it is compared: words of letters and digits, small, without accents. */
    static String normal(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN.matcher(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return "Slip";
    }
}
