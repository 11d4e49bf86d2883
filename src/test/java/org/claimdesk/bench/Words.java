package org.claimdesk.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Sentences without sense, of words whose frequencies fall as those of a language do (Zipf). */
final class Words {

    private static final int VOCABULARY = 60_000;
    private static final double FLATTER = 4;
    private static final String[] COMMON = """
            the of and to a in that for was on said with it by at from be has were are had an not they but which this will
            been more than would about when who year people police court city council one two first after their people he
            she his her there last government report office minister money against before over state public officials law
            school hospital river bridge harbor workers union company budget vote letter judge case night week month
            percent million thousand number figures records witness statement member committee board mayor prison border
            shift gate crew boat fire water road train station mill factory storm flood price rent wage tax loan bank
            """
            .strip()
            .split("\\s+");
    private static final String[] SYLLABLES = {"ba", "ko", "ri", "tel", "mun", "sa", "dor", "vi", "len", "pa", "gro",
            "hi", "nas", "tu", "kel", "zo", "mar", "fe", "lin", "bu"};

    private static final String[] ALL = IntStream.range(0, VOCABULARY)
            .mapToObj(number -> number < COMMON.length ? COMMON[number] : made(number))
            .toArray(String[]::new);

    private final SplittableRandom random;
    private final double[] upTo = new double[VOCABULARY];

    Words(SplittableRandom random) {
        this.random = random;
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + FLATTER);
            upTo[i] = sum;
        }
    }

    /** A sentence of 9 to 21 words, every third with a figure. */
    String sentence() {
        int number = random.nextInt(9, 22);
        int figure = random.nextInt(3) == 0 ? random.nextInt(1, number) : -1;
        StringBuilder sentence = new StringBuilder(number * 7);
        for (int i = 0; i < number; i++) {
            sentence.append(i == 0 ? "" : " ").append(i == figure ? Integer.toString(random.nextInt(2, 5000)) : word());
        }
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        return sentence.append('.').toString();
    }

    /** So many words, the first with a capital letter. */
    String phrase(int number) {
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < number; i++) {
            phrase.append(i == 0 ? "" : " ").append(word());
        }
        phrase.setCharAt(0, Character.toUpperCase(phrase.charAt(0)));
        return phrase.toString();
    }

    /** A name that nobody bears, the same for the same number. */
    static String name(int number) {
        return capital(made(number + 7_000)) + " " + capital(made(number / 3 + 400));
    }

    private String word() {
        int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        return ALL[Math.min(place < 0 ? -place - 1 : place, VOCABULARY - 1)];
    }

    private static String made(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.append('n').toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
