package org.claimdesk.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.capture.WatchLine;
import org.claimdesk.evidence.figure.Figures;
import org.claimdesk.evidence.figure.Relation;
import org.claimdesk.ledger.History;
import org.claimdesk.ledger.erasure.ErasurePolicy;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.Role;
import org.claimdesk.text.placement.Comparison;
import org.claimdesk.web.Form;

/**
 * What the page of a claim shows.
 *
 * @param wrongFigures calculations from which the claim's figure does not follow
 * @param after        where the page of evidence before this one ended; empty for the first
 * @param newsroom null for those who do not reassign
 * @param sources  names to choose from, for those who attach evidence
 * @param rot      pages its evidence leans on that are not as they were, the gravest first
 */
record ClaimView(ClaimSheet sheet, List<Exhibit.Worked> wrongFigures, String after, List<History.Line> history,
        Acting who, Newsroom newsroom, List<String> sources,
        Form form, long mostBytes,
        Facts facts, List<WatchLine> rot) {
    private static final List<String> TYPED = List.of("statement", "rationale", "missing", "finding", "reason",
            "note", "citation", "exact", "formula", "inputs");

    public String title() {
        return "Claim " + sheet.claim().id() + ": " + sheet.claim().shortly();
    }

    /**
     * A change of its words.
     *
     * @param pieces the words before against the words after
     */
    record Rewording(int revision, List<Comparison.Piece> pieces) {}

    /** Every change of its words, newest first. */
    public List<Rewording> rewordings() {
        List<PlaceLine> worded = sheet.places().stream().filter(place -> place.exact() != null).toList();
        return IntStream.range(0, worded.size() - 1)
                .filter(i -> !worded.get(i).exact().equals(worded.get(i + 1).exact()))
                .mapToObj(i -> new Rewording(worded.get(i).revision(),
                        Comparison.of(worded.get(i + 1).exact(), worded.get(i).exact())))
                .toList();
    }

    /** Whether a verdict was given on words that are not the claim's any more. */
    public boolean onOtherWords(ClaimSheet.VerdictLine verdict) {
        return !verdict.words().equals(sheet.claim().exact());
    }

    /** The figures of the claim's words, to choose the one a calculation is about. */
    public List<Figures.Figure> figures() {
        return Figures.in(sheet.claim().exact());
    }

    public List<Relation> relations() {
        return List.of(Relation.values());
    }

    /** Whether the evidence goes on from a page before. */
    public boolean continued() {
        return !after.isEmpty();
    }

    public String maxFile() {
        return (mostBytes >> 20) + " MB";
    }

    public boolean mayWithdraw(Exhibit piece) {
        return piece.stands() && may("WITHDRAW") && (mine() || who.is(piece.attachedBy().id()));
    }

    /** Whether it was this piece that was to be withdrawn, and still may be. */
    public boolean withdraws(Exhibit piece) {
        return form.is("withdraw") && isAbout(piece) && mayWithdraw(piece);
    }

    private boolean isAbout(Exhibit piece) {
        return form.value(form.name(), "evidence").equals(piece.idText());
    }

    public String assigneeId() {
        return sheet.claim().assignee() == null ? "" : sheet.claim().assignee().id().toString();
    }

    /** Whether the form of this name is on the page, so that what was typed is shown in it. */
    public boolean shows(String form) {
        return switch (form) {
            case "link", "file", "interview", "reference", "calculation" -> may("ATTACH");
            case "withdraw" -> sheet.evidence().stream().anyMatch(this::withdraws);
            case "again" -> sheet.evidence().stream().anyMatch(piece -> piece.link() && isAbout(piece));
            default ->
                Arrays.stream(Action.values()).anyMatch(action -> action.word().equals(form) && sheet.may(action));
        };
    }

    /** What was typed into a form that the page has no more, so that it is not lost. */
    public List<Map.Entry<String, String>> typed() {
        return TYPED.stream()
                .map(field -> Map.entry(field, form.value(form.name(), field)))
                .filter(typed -> !typed.getValue().isBlank())
                .toList();
    }

    /** Why this person cannot do what one would expect of them. */
    public String hint() {
        boolean review = who.is(Role.REVIEWER) && !sheet.claim().dropped()
                && (sheet.claim().state() == State.SOURCED || sheet.claim().state() == State.DISPUTED);
        return review ? Policy.refusal(Action.VERIFY, facts, who).map(Policy.Refusal::reason).orElse("") : "";
    }

    public boolean may(String action) {
        return sheet.may(Action.valueOf(action));
    }

    /** Whether this person may erase what was written in an act. */
    public boolean mayErase(History.Line line) {
        return !line.texts().isEmpty() && ErasurePolicy.refusal(who, List.of(line.by())).isEmpty();
    }

    /** Whether this person may have the page behind a link looked at again. */
    public boolean mayLook() {
        return Policy.refusalToLook(facts, who).isEmpty();
    }

    public boolean mine() {
        return sheet.claim().assignee() != null && who.is(sheet.claim().assignee().id());
    }

    /** Whether verifying decides a dispute that somebody else opened. */
    public boolean decides() {
        return sheet.disputes()
                .stream()
                .anyMatch(dispute -> dispute.outcome() == null && !who.is(dispute.openedBy().id()));
    }

    public boolean openedDispute() {
        return sheet.disputes()
                .stream()
                .anyMatch(dispute -> dispute.outcome() == null && who.is(dispute.openedBy().id()));
    }

    public List<Rating> ratings() {
        return List.of(Rating.values());
    }

    public List<Grounds> grounds() {
        return Grounds.toChoose();
    }

    public List<Risk> risks() {
        return List.of(Risk.values());
    }

    public List<Stance> stances() {
        return List.of(Stance.values());
    }

    public List<Attribution> attributions() {
        return List.of(Attribution.values());
    }

    public List<Piece.Channel> channels() {
        return List.of(Piece.Channel.values());
    }

    /** A state on the line at the top: done, now or to come. */
    record Step(State state, String css) {}

    /** The states on the way, for the line at the top. */
    public List<Step> track() {
        State now = sheet.claim().state();
        return Arrays.stream(State.values())
                .filter(state -> state != State.DISPUTED || now == State.DISPUTED || !sheet.disputes().isEmpty())
                .map(state -> new Step(state, state == now ? "now" : state.ordinal() < now.ordinal() ? "done" : ""))
                .toList();
    }
}
