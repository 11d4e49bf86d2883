package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.claimdesk.article.ArticleLine;
import org.claimdesk.people.Acting;
import org.claimdesk.web.Form;

/**
 * What the page of a gate shows.
 *
 * @param history   releases, newest first
 * @param suggested until when a waiver may hold, as a proposal
 * @param longest   that it may, in words
 */
record GateView(ArticleLine article, Gate gate, Parts parts, List<ReleaseLine> history,
        List<PublicationLine> publications, Acting who, Form form, Instant suggested, String longest) {

    private static final List<String> TYPED = List.of("reason", "exact", "address");

    /** Why this person may waive nothing here; empty where they may. */
    public String waiverRefusal() {
        return GatePolicy.refusalToWaive(null, parts, who).orElse("");
    }

    public boolean mayWaive(Item item) {
        return GatePolicy.refusalToWaive(item.claim(), parts, who).isEmpty();
    }

    public boolean mayWithdraw() {
        return GatePolicy.refusalToWithdraw(who).isEmpty();
    }

    public boolean mayGiveContext(Item item) {
        return item.kind() == Kind.CONTEXT && GatePolicy.refusalToGiveContext(item.claim(), parts, who).isEmpty();
    }

    public boolean mayRelease() {
        return GatePolicy.refusalToRelease(who).isEmpty();
    }

    /** Whether the release can be made now. */
    public boolean releasable() {
        return gate.open() && !gate.released();
    }

    /** Whether this is the item that the form was sent for. */
    public boolean meant(String name, String key) {
        return form.is(name) && form.value(name, "item").equals(key);
    }

    /** Whether the form was sent for a sentence. */
    public boolean sentenceMeant() {
        return gate.items()
                .stream()
                .anyMatch(item -> item.kind() == Kind.UNACCOUNTED && meant("waive", item.key()));
    }

    /** The revision that was released last. */
    public String lastReleased() {
        return history.isEmpty() ? "" : Integer.toString(history.get(0).revision());
    }

    /** Sentences, to be waived by one form. */
    public boolean sentences(Gate.Group group) {
        return group.kind() == Kind.UNACCOUNTED;
    }

    /** Whether what was typed is shown in its own form; where the item is gone, it is not. */
    public boolean shown() {
        return switch (form.name()) {
            case "waive" -> gate.items().stream().anyMatch(item -> meant("waive", item.key()) && mayWaive(item));
            case "context" ->
                gate.items().stream().anyMatch(item -> meant("context", item.key()) && mayGiveContext(item));
            case "withdraw" -> mayWithdraw() && gate.waived()
                    .stream()
                    .anyMatch(waived -> meant("withdraw", Long.toString(waived.waiver().id())));
            case "publish" -> mayRelease() && !history.isEmpty();
            case "release" -> mayRelease() && releasable();
            default -> false;
        };
    }

    /** What was typed into a form that the page has no more. */
    public List<Map.Entry<String, String>> typed() {
        return TYPED.stream()
                .map(field -> Map.entry(field, form.value(form.name(), field)))
                .filter(typed -> !typed.getValue().isBlank())
                .toList();
    }
}
