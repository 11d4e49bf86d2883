package org.claimdesk.standards.reply;

import java.util.List;
import java.util.Map;

import org.claimdesk.article.ArticleLine;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.Excerpt;
import org.claimdesk.claim.Labels;
import org.claimdesk.evidence.Piece;
import org.claimdesk.people.Acting;
import org.claimdesk.web.Form;

/** What the page of an article's replies shows. */
record RepliesView(ArticleLine article, List<ReplyLine> lines, List<ClaimLine> claims, Acting who, Form form) {

    private static final List<String> TYPED = List.of("person", "organisation", "questions", "text", "exact");

    /** A choice of a form. */
    public record Choice(String value, String label) {}

    public boolean mayRecord() {
        return Replying.role(who).isPresent();
    }

    public List<Choice> channels() {
        return List.of(Piece.Channel.values()).stream().map(one -> new Choice(one.name(), Labels.of(one))).toList();
    }

    public List<Choice> outcomes() {
        return List.of(CameBack.values()).stream().map(one -> new Choice(one.name(), one.words())).toList();
    }

    public List<Choice> choices() {
        return claims.stream()
                .filter(claim -> !claim.dropped())
                .map(claim -> new Choice(Long.toString(claim.id()), Excerpt.quoted(claim.exact(), 90)))
                .toList();
    }

    /** Whether the form was sent for this request. */
    public boolean meant(String name, ReplyLine line) {
        return form.is(name) && form.value(name, "request").equals(Long.toString(line.id()));
    }

    /** Whether what was typed is shown in its own form. */
    public boolean shown() {
        return mayRecord() && (form.is("ask") || lines.stream()
                .anyMatch(line -> meant("answer", line) && line.live() || meant("place", line) && line.placeable()));
    }

    /** What was typed into a form that the page has no more. */
    public List<Map.Entry<String, String>> typed() {
        return TYPED.stream()
                .map(field -> Map.entry(field, form.value(form.name(), field)))
                .filter(typed -> !typed.getValue().isBlank())
                .toList();
    }
}
