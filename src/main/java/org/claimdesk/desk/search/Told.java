package org.claimdesk.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.Sayable;

/** A piece of evidence, and what its terms let be said of it. */
record Told(ClaimLine claim, Exhibit piece, Sayable sayable) {

    /** @return null where nothing may be said: such a piece has no card either */
    static Told of(ClaimLine claim, Exhibit piece) {
        Sayable sayable = Sayable.of(piece);
        return sayable == null ? null : new Told(claim, piece, sayable);
    }

    long id() {
        return piece.id();
    }

    String title() {
        return sayable.title();
    }

    /** What it says and where, in a row; what the title says already is left out. */
    String said() {
        List<String> parts = new ArrayList<>(sayable.quotes());
        Stream.of(sayable.note(), piece.citation(), piece.address(), sayable.locator()).forEach(parts::add);
        return String.join(" · ",
                parts.stream()
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isEmpty() && !part.equals(title()))
                        .toList());
    }

    FoundEvidence found(List<Stretch> title, List<Stretch> said) {
        return new FoundEvidence(id(), claim.id(), claim.quoted(), claim.article(), claim.headline(), piece.kind(),
                piece.stance(), title, said, sayable.who().isEmpty() ? sayable.from().source() : sayable.who(),
                piece.attachedBy(), piece.attachedAt(), !piece.stands(), page());
    }

    /** Its claim's page; begun behind the piece before it where the first pieces may not hold it. */
    private String page() {
        boolean first = piece.stands() && claim.evidence() <= ClaimSheet.PIECES || id() == 1;
        return "/claims/" + claim.id() + (first ? "" : "?after=" + new Bookmark(!piece.stands(), id() - 1))
                + "#evidence-" + id();
    }
}
