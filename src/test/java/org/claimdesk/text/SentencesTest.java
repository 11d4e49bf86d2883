package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.format.PlainText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    static Stream<String> lines() throws IOException {
        try (InputStream lines = SentencesTest.class.getResourceAsStream("sentences.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void sentencesEndWhereAnEditorSaysTheyDo(String line) {
        assertThat(divided(Kind.PARAGRAPH, line.replace(" | ", " ").replace("|", ""))).isEqualTo(line);
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(lines().flatMapToInt(String::chars).filter(c -> c == '|').count()).isGreaterThan(120);
    }

    @Test
    void sentencesAreNumberedThroughAllBlocksInCodePoints() {
        Manuscript story = PlainText
                .read("Gate Six 😀\n\nBy Ana Ruiz\n\nIt is shut. Go home.\n\nPhoto: The gate. In May.");

        assertThat(Sentences.of(story.text(), story.blocks())).containsExactly(new Sentence(1, 0, 10),
                new Sentence(2, 11, 22), new Sentence(3, 23, 34), new Sentence(4, 35, 43), new Sentence(5, 44, 60),
                new Sentence(6, 61, 68));
    }

    @Test
    void inAHeadlineCapitalsMeanNothing() {
        assertThat(divided(Kind.HEADLINE, "What the U.S. Is Not Saying")).doesNotContain("|");
        assertThat(divided(Kind.SUBHEAD, "Gate Six. The Night Shift")).isEqualTo("Gate Six. | The Night Shift");
    }

    @Test
    void aSpeechInQuotationMarksIsDividedAllTheSame() {
        String speech = "“" + "The gate is shut. ".repeat(40) + "Go home,” she said.";

        assertThat(divided(Kind.PARAGRAPH, speech)).contains("shut. | The", "shut. | Go home,” she said.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"城门已经关闭。|没有人知道原因。|他说：“明天开放。请等待。”|人们离开了。", "门开了吗？|没有！|谁负责？", "“门关了。请回去。”她说。|没有人走。",
            "البوابة مغلقة منذ يونيو. | لا أحد يعرف السبب! | هل ستفتح غدا؟ | ربما.",
            "השער סגור מאז יוני. | איש אינו יודע מדוע. | האם ייפתח מחר?",
            "Ворота закрыты. | Никто не знает почему.", "ゲートは閉まっている。|彼は「明日開く。待て。」と言った。|誰も来ない。",
            "El portón está cerrado desde junio y nadie en la ciudad sabe por qué no abre. | ¿Abrirá mañana? | La alcaldesa dijo: «No lo creo. Vuelvan a casa». | Nadie se movió.",
            "Das Tor ist seit Juni geschlossen, und niemand in der Stadt weiß, warum es so lange dauert. | „Wir warten. Wir fragen nicht mehr“, sagte sie. | Dann ging sie nach Hause."})
    void otherLanguagesAreDividedByTheirOwnMarks(String line) {
        assertThat(divided(Kind.PARAGRAPH, line.replace(" | ", " ").replace("|", ""))).isEqualTo(line);
    }

    @Test
    void anArticleInEnglishMayQuoteAnotherLanguage() {
        String story = "The gate has been shut since June, and nobody at the harbor knows when it will open again, "
                + "they said. The U.S. Coast Guard is there.\n城门已经关闭。没有人知道。";
        int second = story.indexOf('\n') + 1;

        assertThat(divided(story,
                List.of(new Block(Kind.PARAGRAPH, 0, second - 1), new Block(Kind.QUOTATION, second, story.length()))))
                .contains("said. | The U.S. Coast", "关闭。|没有");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "w", ". ", "...", "A. ", "“", "“a. ", "‘a’ ", "(", "(a. ", "\"a. \"",
            "Rask. Maria ",
            "U.S. A", "門。", "😀", "\u0301", "a.The ", "? ", "”’)", "[1]", "nwtr. Maria ", ". . . ", "a.b.", "א. "})
    void fiftyThousandCharactersInOneBlockTakeNoLongerThanTheyShould(String part) {
        String text = "a" + part.repeat(50_000 / part.length()) + "b";

        List<Sentence> sentences = Assertions.assertTimeout(Duration.ofSeconds(10),
                () -> Sentences.of(text, one(text)));
        covered(text, one(text), sentences);
    }

    @Test
    void aSentenceOfFiftyThousandCharactersIsOne() {
        String text = "word ".repeat(10_000) + "end";

        assertThat(Sentences.of(text, one(text))).containsExactly(new Sentence(1, 0, 50_003));
    }

    @Test
    void noBlocksHaveNoSentences() {
        assertThat(Sentences.of("", List.of())).isEmpty();
        assertThat(Sentences.of(" \u00A0\n", List.of(new Block(Kind.PARAGRAPH, 0, 3)))).isEmpty();
    }

    @Test
    void severalThreadsMayAskAtOnce() {
        String text = "He met Kim. Lee came later. He saw Rask. Maria left. ".repeat(20).strip();
        List<Sentence> expected = Sentences.of(text, one(text));

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> Sentences.of(text, one(text)))).allMatch(
                expected::equals);
    }

    @Property
    void everyCharacterThatIsNotBlankIsInOneSentence(@ForAll @From(supplier = Texts.Raw.class) String raw,
            @ForAll @From(supplier = Texts.Raw.class) String more) {
        Manuscript story = PlainText.read("He said. " + raw + "\nNo. " + more + "\n\nU.S. " + raw);
        List<Sentence> sentences = Sentences.of(story.text(), story.blocks());

        covered(story.text(), story.blocks(), sentences);
        assertThat(Sentences.of(story.text(), story.blocks())).isEqualTo(sentences);
    }

    private static void covered(String canonical, List<Block> blocks, List<Sentence> sentences) {
        CodePoints text = new CodePoints(canonical);
        int at = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            assertThat(sentence.number()).isEqualTo(i + 1);
            assertThat(sentence.start()).isGreaterThanOrEqualTo(at).isLessThan(sentence.end());
            assertThat(blank(text.slice(at, sentence.start()))).as("nothing is left out").isTrue();
            assertThat(blank(text.slice(sentence.start(), sentence.start() + 1))).isFalse();
            assertThat(blank(text.slice(sentence.end() - 1, sentence.end()))).isFalse();
            at = sentence.end();
        }
        assertThat(blank(text.slice(at, text.length()))).isTrue();
        assertThat(sentences).allMatch(
                sentence -> blocks.stream().anyMatch(block -> block.holds(sentence.start(), sentence.end())));
    }

    private static boolean blank(String text) {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    private static List<Block> one(String text) {
        return List.of(new Block(Kind.PARAGRAPH, 0, text.codePointCount(0, text.length())));
    }

    private static String divided(Kind kind, String text) {
        return divided(text, List.of(new Block(kind, 0, text.codePointCount(0, text.length()))));
    }

    /** The text with a bar where one sentence follows another. */
    private static String divided(String text, List<Block> blocks) {
        CodePoints points = new CodePoints(text);
        StringBuilder divided = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>(Sentences.of(text, blocks));
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (i > 0) {
                divided.append(sentence.start() > sentences.get(i - 1).end() ? " | " : "|");
            }
            divided.append(points.slice(sentence.start(), sentence.end()));
        }
        return divided.toString();
    }
}
