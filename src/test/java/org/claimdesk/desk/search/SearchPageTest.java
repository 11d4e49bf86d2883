package org.claimdesk.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.desk.search.Shelf.word;

import java.util.List;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** The page of the search: a form whose address can be passed on, and what it finds. */
@NewsroomTest
class SearchPageTest {

    @Inject
    Story story;
    @Inject
    SessionFactory sessions;

    @Test
    void everyRoleComesToItAndAnEmptyFormAsksTheDatabaseNothing() {
        for (String person : new String[]{"edith", "rafael", "viktor", "stella"}) {
            Visitor visitor = Visitor.signedIn(person);
            Seen page = visitor.get("/search");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("nav[aria-label=Main] a[aria-current]").text()).isEqualTo("Search");
            assertThat(page.page().select(".rows, [role=status]")).isEmpty();
            assertThat(statements(visitor, "/search?what=evidence&q=+&from=&kind=")).isZero();
        }
    }

    @Test
    void whatIsFoundIsShownWithItsWordsItsStateAndWhereItIs() {
        String word = word();
        long article = story.anArticleOf("Night of the " + word + "\nThe " + word + " took <b>12</b> & more.");
        long claim = story.aClaimOn(article, 1, "The " + word + " took <b>12</b> & more.");
        long evidence = story.attach(claim, "rafael");
        Visitor mina = Visitor.signedIn("mina");

        Seen claims = mina.get("/search?q=" + word + "&state=ASSIGNED");
        assertThat(claims.page().select(".rows .state.assigned").text()).isEqualTo("assigned");
        assertThat(claims.page().select(".rows a[href=/claims/" + claim + "]").text())
                .isEqualTo("The " + word + " took <b>12</b> & more.");
        assertThat(claims.page().select(".rows mark.hit").text()).isEqualTo(word);
        assertThat(claims.page().select("select[name=state] option[selected]").val()).isEqualTo("ASSIGNED");
        assertThat(claims.page().getElementById("q").val()).isEqualTo(word);

        Seen articles = mina.get(claims.page().select("nav a:contains(Articles)").last().attr("href"));
        assertThat(articles.page().select(".rows a[href=/articles/" + article + "] mark.hit").text()).isEqualTo(word);

        Seen pieces = mina.get("/search?what=evidence&q=log+of+the+harbor&person="
                + story.person("rafael").id());
        assertThat(pieces.page()
                .select(".rows a[href=/claims/" + claim + "#evidence-" + evidence + "] mark.hit")
                .eachText())
                .containsExactly("Log", "harbor");
    }

    @Test
    void pagesGoOnByALinkThatKeepsWhatWasTyped() {
        String word = word();
        StringBuilder text = new StringBuilder("Many");
        for (int i = 10; i < 36; i++) {
            text.append("\nThe ").append(word).append(" came ").append(i).append(" times.");
        }
        long article = story.anArticleOf(text.toString());
        for (int i = 10; i < 36; i++) {
            story.aClaimOn(article, 1, "The " + word + " came " + i + " times.");
        }
        Visitor mina = Visitor.signedIn("mina");

        Seen first = mina.get("/search?what=claims&q=%22" + word + "+came%22&state=ASSIGNED");
        Seen second = mina.get(first.page().select("a[rel=next]").attr("href"));

        assertThat(first.page().select(".rows > li")).hasSize(25);
        assertThat(second.page().select(".rows > li")).hasSize(1);
        assertThat(second.page().select(".rows").text()).contains("came 10 times");
        assertThat(second.page().getElementById("q").val()).isEqualTo("\"" + word + " came\"");
        assertThat(second.page().select("a[rel=next]")).isEmpty();
    }

    @Test
    void whereNothingIsFoundItSaysWhatToDo() {
        String word = word();

        Seen nothing = Visitor.signedIn("mina").get("/search?q=" + word + "&from=2026-01-01&rating=ACCURATE");

        assertThat(nothing.page().select("[role=status]").text()).contains("Take a word or a choice away");
        assertThat(nothing.page().select("[role=status] a").eachAttr("href"))
                .containsExactly("/search?what=evidence&q=" + word + "&from=2026-01-01",
                        "/search?what=articles&q=" + word + "&from=2026-01-01");
    }

    @Test
    void whatWasTypedStaysWhereItIsRefused() {
        Visitor mina = Visitor.signedIn("mina");

        Seen refused = mina
                .get("/search?what=claims&q=a+%22gate%22&state=SOURCED&from=3+May&person=nobody&desk=/desks/gone");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("nobody's id");
        assertThat(refused.page().select("[aria-invalid]").eachAttr("name")).containsExactly("person");
        assertThat(refused.page().getElementById("q").val()).isEqualTo("a \"gate\"");
        assertThat(refused.page().select("select[name=state] option[selected]").val()).isEqualTo("SOURCED");
        assertThat(refused.page().select("select[name=desk] option[selected]").val()).isEqualTo("/desks/gone");
        assertThat(refused.page().select("select[name=person] option[selected]").val()).isEqualTo("nobody");

        Seen day = mina.get("/search?what=articles&q=gate&from=3+May");
        assertThat(day.status()).isEqualTo(400);
        assertThat(day.page().getElementById("from").val()).isEqualTo("3 May");
        assertThat(day.page().getElementById("from").attr("type")).isEqualTo("text");
        assertThat(mina.get("/search?what=sources&q=gate").trouble()).contains("claims, evidence or articles");
        assertThat(mina.get("/search?q=the").trouble()).contains("no word in that");
        assertThat(mina.get("/search?q=gate&after=x").status()).isEqualTo(400);
    }

    @Test
    void muchFoundTakesAsManyStatementsAsLittle() {
        String few = word();
        String many = word();
        Visitor mina = Visitor.signedIn("mina");
        fill(few, 1);
        fill(many, 12);

        for (String what : new String[]{"claims", "evidence", "articles"}) {
            assertThat(statements(mina, "/search?what=" + what + "&q=" + many)).as(what)
                    .isEqualTo(statements(mina, "/search?what=" + what + "&q=" + few))
                    .isLessThan(12);
        }
    }

    private void fill(String word, int many) {
        for (int i = 0; i < many; i++) {
            long article = story.anArticleOf("Night of the " + word + "\nThe " + word + " came.");
            long claim = story.aClaimOn(article, 1, "The " + word + " came.");
            story.checking()
                    .attach(story.ref(claim), Shelf.interview("Ada Lund",
                            Attribution.ON_THE_RECORD, "", word, List.of(), false),
                            story.person("rafael"));
        }
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
