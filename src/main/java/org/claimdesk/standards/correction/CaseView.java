package org.claimdesk.standards.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.claimdesk.people.Acting;
import org.claimdesk.web.Form;

/** What the page of a case shows. @param part whether the person had a part in the claim or the article */
record CaseView(CaseSheet sheet, boolean part, Acting who, Form form, LocalDate today) {

    private static final List<String> TYPED = List.of("reason", "text", "address");

    public CaseLine line() {
        return sheet.line();
    }

    public List<CorrectionKind> kinds() {
        return List.of(CorrectionKind.values());
    }

    public List<Spot> spots() {
        return List.of(Spot.values());
    }

    /** Whether a correction can be issued now, by this person. */
    public boolean mayCorrect() {
        return line().outcome() != Outcome.NONE && CorrectionPolicy.refusalToCorrect(who).isEmpty();
    }

    public boolean mayNeedNone() {
        return line().open() && noneRefusal().isEmpty();
    }

    /** Why this person may not say that none is needed; empty where they may. */
    public String noneRefusal() {
        return CorrectionPolicy.refusalToNeedNone(part, who).orElse("");
    }

    /** The last correction, as the form sends it back. */
    public String last() {
        return sheet.last() == null ? "" : Long.toString(sheet.last());
    }

    /** Words to begin a first correction with. */
    public String proposal() {
        return line().open() ? SameElsewhere.proposal(sheet.elsewhere()) : "";
    }

    /** Whether what was typed is shown in its own form. */
    public boolean shown() {
        return form.is("correct") ? mayCorrect() : form.is("none") && mayNeedNone();
    }

    /** What was typed into a form that the page has no more. */
    public List<Map.Entry<String, String>> typed() {
        return TYPED.stream()
                .map(field -> Map.entry(field, form.value(form.name(), field)))
                .filter(typed -> !typed.getValue().isBlank())
                .toList();
    }
}
