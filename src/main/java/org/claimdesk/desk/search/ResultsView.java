package org.claimdesk.desk.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.State;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.people.Newsroom;
import org.claimdesk.web.Form;

/**
 * The form of the search as it was filled in, and what was found.
 *
 * @param asked whether anything was looked for
 * @param next  after which id it goes on, or null
 */
record ResultsView(Kind kind, Form form, Newsroom newsroom, boolean asked, List<FoundClaim> claims,
        List<FoundEvidence> evidence, List<FoundArticle> articles, Long next) {

    static final String FORM = "search";
    private static final List<String> COMMON = List.of("q", "from", "to");

    static ResultsView form(Kind kind, Form form, Newsroom newsroom) {
        return new ResultsView(kind, form, newsroom, false, List.of(), List.of(), List.of(), null);
    }

    ResultsView claims(List<FoundClaim> found, Long next) {
        return new ResultsView(kind, form, newsroom, true, found, List.of(), List.of(), next);
    }

    ResultsView evidence(List<FoundEvidence> found, Long next) {
        return new ResultsView(kind, form, newsroom, true, List.of(), found, List.of(), next);
    }

    ResultsView articles(List<FoundArticle> found, Long next) {
        return new ResultsView(kind, form, newsroom, true, List.of(), List.of(), found, next);
    }

    public boolean nothing() {
        return asked && claims.isEmpty() && evidence.isEmpty() && articles.isEmpty();
    }

    /** Whether it goes on from a page before. */
    public boolean further() {
        return !value("after").isEmpty();
    }

    public String value(String field) {
        return form.value(FORM, field);
    }

    public boolean wrong(String field) {
        return form.wrong(FORM, field);
    }

    /** Whether a desk is chosen that the newsroom has not, such as one it had before. */
    public boolean otherDesk() {
        return !value("desk").isEmpty() && !newsroom.has(value("desk"));
    }

    /** Whether somebody is chosen who is not of the newsroom any more. */
    public boolean otherPerson() {
        return !value("person").isEmpty()
                && newsroom.people().stream().noneMatch(person -> person.id().toString().equals(value("person")));
    }

    /** The same words and days, looked for elsewhere. */
    public String elsewhere(Kind other) {
        return "/search?what=" + other.word() + COMMON.stream()
                .filter(field -> !value(field).isEmpty())
                .map(field -> "&" + field + "=" + encoded(value(field)))
                .collect(Collectors.joining());
    }

    public String more() {
        return "/search?" + form.values()
                .entrySet()
                .stream()
                .filter(field -> !field.getKey().equals("after") && !value(field.getKey()).isEmpty())
                .map(field -> encoded(field.getKey()) + "=" + encoded(value(field.getKey())))
                .collect(Collectors.joining("&")) + "&after=" + next;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public List<State> states() {
        return List.of(State.values());
    }

    public List<Rating> ratings() {
        return List.of(Rating.values());
    }

    public List<Risk> risks() {
        return List.of(Risk.values());
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }

    public List<Evidence.Kind> sorts() {
        return List.of(Evidence.Kind.values());
    }
}
