package org.claimdesk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.claimdesk.people.Acting;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.placement.Placed;
import org.claimdesk.text.placement.Placement;

/** The check of one claim as the desk does it, policy and verbs but no database, with a memory of its own of who did what. */
final class Check {

    /** Something that was done. */
    record Done(Action action, UUID by, State from, State to) {}

    private static final Anchor WORDS = new Anchor("Crossings fell 40 percent", "", "", 0, 25);
    private static final Anchor OTHER_WORDS = new Anchor("Crossings fell 30 percent", "", "", 0, 25);
    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");

    final List<Done> done = new ArrayList<>();
    final Claim claim;
    private final Set<UUID> authors;
    private final Set<UUID> sourcedBy = new HashSet<>();
    private final Set<UUID> verifiedBy = new HashSet<>();
    private UUID disputedBy;
    private UUID verdictOf;
    private UUID overturnedFrom;

    Check(UUID... authors) {
        this.authors = Set.of(authors);
        claim = Claim.mark(1, 1, WORDS, null, to(null), new UUID(0, 0), NOW);
    }

    Facts facts() {
        return new Facts(claim.state(), claim.dropped(), claim.orphaned(), claim.desk(), claim.assignee(),
                claim.evidence(),
                Set.copyOf(sourcedBy), Set.copyOf(verifiedBy), disputedBy, overturnedFrom, authors);
    }

    /** @return whether the policy let it happen */
    boolean attempt(Action action, Acting who) {
        if (Policy.refusal(action, facts(), who).isPresent()) {
            return false;
        }
        State from = claim.state();
        act(action, who);
        done.add(new Done(action, who.id(), from, claim.state()));
        return true;
    }

    private void act(Action action, Acting who) {
        switch (action) {
            case MARK -> throw new AssertionError("a claim is marked once");
            case TAKE -> claim.take(who.id(), NOW);
            case REASSIGN -> claim.reassign(to(done.size() % 3 == 0 ? null : new UUID(0, done.size() % 8)), NOW);
            case ATTACH -> {
                claim.attach(NOW);
                sourcedBy.add(who.id());
            }
            case WITHDRAW -> claim.withdraw(NOW);
            case SUBMIT -> {
                claim.submit(NOW);
                sourcedBy.add(who.id());
            }
            case RETURN -> claim.giveBack(NOW);
            case DISPUTE -> {
                claim.dispute(opened(who), NOW);
                disputedBy = who.id();
            }
            case ANSWER -> {
                claim.answer(NOW);
                sourcedBy.add(who.id());
                disputedBy = null;
            }
            case VERIFY -> {
                // Its number and giver come with the database; the claim only hands them on.
                claim.verify(new Verdict(), NOW);
                verifiedBy.add(who.id());
                verdictOf = who.id();
                disputedBy = null;
                overturnedFrom = null;
            }
            case OVERTURN -> {
                claim.overturn(opened(who), NOW);
                disputedBy = who.id();
                overturnedFrom = verdictOf;
            }
            case PLACE -> claim.place(2, new Placed(Placement.MOVED, claim.words()), NOW);
            case REWORD -> claim.reword(2, OTHER_WORDS, NOW);
            case ORPHAN -> claim.orphan(NOW);
            case REATTACH -> claim.reattach(3, claim.words(), NOW);
            case DROP -> claim.drop("no claim", NOW);
            case RESTORE -> claim.restore(2, new Placed(claim.placement(), claim.words()), NOW);
        }
    }

    private static Dispute opened(Acting who) {
        return Dispute.open(1, Grounds.FIGURE, "It was 30.", who.id(), NOW);
    }

    private static Assignment to(UUID assignee) {
        return new Assignment(Cast.DESK, assignee, NOW, Risk.NORMAL);
    }
}
