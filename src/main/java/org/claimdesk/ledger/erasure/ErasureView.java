package org.claimdesk.ledger.erasure;

import java.util.List;

import org.claimdesk.web.Form;

/**
 * What the page of erasing shows.
 *
 * @param refusal why this person may not, or null
 */
record ErasureView(Erasable erasable, String refusal, Form form) {

    /** Whether there is something to do here, and for this person. */
    public boolean may() {
        return refusal == null && erasable.open();
    }

    public boolean chosen(Erasable.Text text) {
        return form.has("erasure", "texts", text.field());
    }

    public List<Ground> grounds() {
        return List.of(Ground.values());
    }

    /** How much stands in the form that is refused, so that it is not lost where the page has no form. */
    public String typed() {
        return form.value("erasure", "explanation");
    }
}
