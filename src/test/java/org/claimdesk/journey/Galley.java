package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page of an article as an editor works on it. */
final class Galley {

    private static final Pattern MARKED = Pattern.compile(".*#claim-(\\d+)");
    /** Where the first and the last letter of these words are drawn. */
    private static final String LETTERS = """
            words => {
              const walker = document.createTreeWalker(document.querySelector("main.galley"), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const from = walker.currentNode.data.lastIndexOf(words);
                if (from < 0) continue;
                walker.currentNode.parentElement.scrollIntoView({ block: "center" });
                const letter = (start, end) => {
                  const range = document.createRange();
                  range.setStart(walker.currentNode, start);
                  range.setEnd(walker.currentNode, end);
                  const box = range.getClientRects()[0];
                  return { left: box.left, right: box.right, y: box.top + box.height / 2 };
                };
                const letters = [...words];
                const to = from + words.length;
                return [letter(from, from + letters[0].length), letter(to - letters.at(-1).length, to)];
              }
              throw new Error("these words do not stand in one piece: " + words);
            }""";

    private final Colleague editor;

    Galley(Colleague editor) {
        this.editor = editor;
    }

    Galley opens(long article) {
        editor.opens("/articles/" + article);
        return this;
    }

    /** What stands before the words of a claim. */
    String before(long claim) {
        return (String) editor.page()
                .locator("#words-" + claim)
                .evaluate("words => words.closest('mark').previousSibling.textContent");
    }

    /** Selects words, their last place in a paragraph, with the mouse and marks them with the button that appears. @return the claim */
    long mark(String words, String reporter) {
        drag(words);
        editor.page().locator("button.floating").click();
        assertThat(editor.field("claims", "exact")).hasValue(words);
        assertThat(editor.field("claims", "desk")).isFocused();
        editor.chooses("claims", "assignee", reporter).sends("claims");
        return marked();
    }

    /** Selects a word with a double click, extends the selection with the keyboard and marks with the key m. */
    long markByExtending(String first, String words) {
        Page page = editor.page();
        List<Map<String, Object>> letters = letters(words);
        page.mouse().dblclick(middle(letters.get(0)), number(letters.get(0), "y"));
        assertThat(selection()).isEqualTo(first);
        for (int tries = 0; tries < words.length() && !selection().equals(words); tries++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(selection()).isEqualTo(words);
        page.keyboard().press("m");
        editor.sends("claims");
        return marked();
    }

    /** Marks words that are pasted into the form. */
    long markPasted(String words) {
        editor.fills("claims", "exact", words).sends("claims");
        return marked();
    }

    /** The claim that the page has jumped to. */
    long marked() {
        Matcher address = MARKED.matcher(editor.page().url());
        assertThat(address.matches()).as(editor.page().url()).isTrue();
        return Long.parseLong(address.group(1));
    }

    /** The words are highlighted in the text, and a card stands beside them. */
    void shows(long claim, String words, String standing) {
        Locator first = editor.page().locator("#words-" + claim);
        List<String> runs = editor.page().locator("mark a[href='/claims/" + claim + "']").allTextContents();
        assertThat(String.join("", runs)).isEqualTo(words);
        assertThat(first).hasAttribute("title", "Claim " + claim + ": " + standing);
        assertThat(editor.page().locator("#claim-" + claim + " .state")).hasText(standing);
    }

    private void drag(String words) {
        List<Map<String, Object>> letters = letters(words);
        Map<String, Object> first = letters.get(0);
        Map<String, Object> last = letters.get(1);
        boolean rightToLeft = Character
                .getDirectionality(words.codePointAt(0)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        Page page = editor.page();
        page.mouse().move(number(first, rightToLeft ? "right" : "left"), number(first, "y"));
        page.mouse().down();
        page.mouse().move(number(last, rightToLeft ? "left" : "right"), number(last, "y"));
        page.mouse().up();
        assertThat(selection()).isEqualTo(words);
    }

    private String selection() {
        return (String) editor.page().evaluate("getSelection().toString()");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> letters(String words) {
        return (List<Map<String, Object>>) editor.page().evaluate(LETTERS, words);
    }

    private static double middle(Map<String, Object> letter) {
        return (number(letter, "left") + number(letter, "right")) / 2;
    }

    private static double number(Map<String, Object> letter, String name) {
        return ((Number) letter.get(name)).doubleValue();
    }
}
