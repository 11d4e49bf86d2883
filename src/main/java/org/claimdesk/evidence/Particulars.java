package org.claimdesk.evidence;

import org.claimdesk.evidence.figure.Calculation;
import org.claimdesk.ledger.Act;

/** What the history says of a piece of evidence that is attached. What is sealed is not in the piece, so it is not here. */
final class Particulars {

    private Particulars() {}

    /** @param source and origin by name, or null */
    static void enter(Act act, Evidence evidence, String source, String origin) {
        act.fact("evidence", evidence.id())
                .fact("kind", evidence.kind().name())
                .fact("stance", evidence.stance().name())
                .fact("sha256", evidence.digest())
                .fact("source", evidence.source())
                .fact("origin", evidence.origin())
                .fact("rank", evidence.rank().name())
                .text("title", evidence.title())
                .text("locator", evidence.locator())
                .text("note", evidence.note())
                .text("address", evidence.address())
                .text("person", evidence.interviewee())
                .text("described", evidence.described())
                .text("quotes", String.join("\n\n", evidence.quotes()))
                .text("citation", evidence.citation())
                .text("source", source)
                .text("origin", origin);
        Calculation calculation = evidence.calculation();
        if (calculation != null) {
            act.fact("follows", calculation.follows())
                    .fact("result", calculation.result().toPlainString())
                    .text("formula", calculation.formula())
                    .text("inputs", calculation.inputWords())
                    .text("figure", calculation.said());
        }
    }
}
