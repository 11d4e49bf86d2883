package org.claimdesk.desk.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.ledger.Blind;

/**
 * Finds claims, evidence and articles, newest first: a fixed few statements each. Where a verdict is hidden from somebody
 * who audits it, the claim is not among those that are looked for by their verdict, whatever that is.
 */
@ApplicationScoped
class Search {

    private final Cards cards;
    private final ClaimReading claims;
    private final ExhibitReading exhibits;
    private final ArticleReading articles;
    private final Blind blind;

    Search(Cards cards, ClaimReading claims, ExhibitReading exhibits, ArticleReading articles, Blind blind) {
        this.cards = cards;
        this.claims = claims;
        this.exhibits = exhibits;
        this.articles = articles;
        this.blind = blind;
    }

    List<FoundClaim> claims(Question question, long before, int most) {
        Cards.Words words = cards.words(question.words());
        Set<Long> hidden = question.verdict() ? blind.hidden().claims() : Set.of();
        Long[] ids = cards.found(question, words, hidden, before, most);
        List<ClaimLine> lines = claims.lines(" where c.id = any(?1) order by c.id desc", (Object) ids);
        List<List<Stretch>> shown = cards.shown(words, lines.stream().map(ClaimLine::exact).toList());
        return IntStream.range(0, lines.size()).mapToObj(i -> new FoundClaim(lines.get(i), shown.get(i))).toList();
    }

    List<FoundEvidence> evidence(Question question, long before, int most) {
        Cards.Words words = cards.words(question.words());
        Long[] ids = cards.found(question, words, Set.of(), before, most);
        Map<Long, List<Exhibit>> byClaim = exhibits.pieces(ids);
        Map<Long, ClaimLine> lines = claims
                .lines(" where c.id = any(?1)", (Object) byClaim.keySet().toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
        List<Told> told = byClaim.entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream().map(piece -> Told.of(lines.get(entry.getKey()), piece)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Told::id).reversed())
                .toList();
        List<List<Stretch>> shown = cards.shown(words,
                Stream.concat(told.stream().map(Told::title), told.stream().map(Told::said)).toList());
        return IntStream.range(0, told.size())
                .mapToObj(i -> told.get(i).found(shown.get(i), shown.get(told.size() + i)))
                .toList();
    }

    List<FoundArticle> articles(Question question, long before, int most) {
        Cards.Words words = cards.words(question.words());
        Long[] ids = cards.found(question, words, Set.of(), before, most);
        List<ArticleLine> lines = articles.lines(ids);
        Map<Long, String> around = words.first().isEmpty() ? Map.of() : articles.around(ids, words.first());
        List<List<Stretch>> shown = cards.shown(words, Stream.concat(lines.stream().map(ArticleLine::headline),
                lines.stream().map(line -> around.getOrDefault(line.id(), ""))).toList());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new FoundArticle(lines.get(i), shown.get(i), shown.get(lines.size() + i)))
                .toList();
    }
}
