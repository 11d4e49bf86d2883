package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/** Whatever people try, in whatever order: what was done is judged afterwards by the rules as the newsroom says them. */
class ActsInAnyOrderTest {

    private static final Set<Action> SOURCING = EnumSet.of(Action.ATTACH, Action.SUBMIT, Action.ANSWER);
    private static final List<Acting> PEOPLE = List.of(Cast.person(1, Role.values()), Cast.person(2, Role.values()),
            Cast.person(3, Role.REPORTER), Cast.person(4, Role.REPORTER, Role.REVIEWER), Cast.person(5, Role.REVIEWER),
            Cast.person(6, Role.REVIEWER, Role.STANDARDS), Cast.person(7, Role.STANDARDS, Role.EDITOR),
            Cast.person(8, Cast.ELSEWHERE, Set.of(Role.REPORTER, Role.EDITOR)), Cast.person(9, Role.REVIEWER),
            Cast.person(10, Role.STANDARDS));
    private static final Acting AUTHOR = PEOPLE.get(1);

    /** @param willing whether it is tried by somebody who may, if anybody may; so that claims come a long way */
    record Attempt(Action action, Acting who, boolean willing) {
        Acting by(Check check) {
            return PEOPLE.stream()
                    .filter(each -> willing && Policy.refusal(action, check.facts(), each).isEmpty())
                    .reduce((one, other) -> other.id().hashCode() % 2 == check.done.size() % 2 ? other : one)
                    .orElse(who);
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Action> actions = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(Action.class)),
                Tuple.of(1, Arbitraries.of(Action.SUBMIT, Action.ANSWER, Action.DISPUTE, Action.RESTORE)),
                Tuple.of(2, Arbitraries.of(Action.VERIFY, Action.OVERTURN)));
        return Combinators.combine(actions, Arbitraries.of(PEOPLE), Arbitraries.of(true, false))
                .as(Attempt::new)
                .list()
                .ofSize(200);
    }

    @Property(tries = 500)
    void noOrderOfActsLeavesTheTableOrBreaksADuty(@ForAll("attempts") List<Attempt> attempts) {
        Check check = new Check(AUTHOR.id());
        for (Attempt attempt : attempts) {
            Facts before = check.facts();
            if (!check.attempt(attempt.action(), attempt.by(check))) {
                assertThat(check.facts()).as("refused, so unchanged").isEqualTo(before);
            }
            assertThat(check.claim.evidence() > 0 || check.claim.state() == State.ASSIGNED
                    || check.claim.state() == State.DISPUTED).as("evidence behind a %s claim", check.claim.state())
                    .isTrue();
        }

        List<Check.Done> done = check.done;
        for (int i = 0; i < done.size(); i++) {
            follows(done, i);
            fourEyes(done, i);
        }
        int overturned = lastOf(done, Action.OVERTURN);
        boolean again = overturned >= 0 && lastOf(done, Action.VERIFY) > overturned;
        Statistics.collect(again ? "verified again" : overturned >= 0 ? "overturned" : "neither");
        Statistics.coverage(seen -> {
            seen.check("overturned").percentage(share -> share > 2);
            seen.check("verified again").percentage(share -> share > 2);
        });
    }

    private static void follows(List<Check.Done> done, int i) {
        Check.Done act = done.get(i);
        assertThat(act.from()).isEqualTo(i == 0 ? State.ASSIGNED : done.get(i - 1).to());
        assertThat(Agreed.row(act.from(), act.action()).map(Agreed.Row::to)).as("%s", act).contains(act.to());
    }

    private static void fourEyes(List<Check.Done> done, int i) {
        Check.Done act = done.get(i);
        List<Check.Done> before = done.subList(0, i);
        if (act.action() == Action.VERIFY) {
            assertThat(before).as("who verifies did not source it")
                    .noneMatch(earlier -> SOURCING.contains(earlier.action()) && earlier.by().equals(act.by()));
            assertThat(act.by()).as("an author verifies nothing").isNotEqualTo(AUTHOR.id());
            if (act.from() == State.DISPUTED) {
                assertThat(lastBy(before, Action.DISPUTE, Action.OVERTURN)).as("the opener decides nothing unanswered")
                        .isNotEqualTo(act.by());
            }
            if (lastOf(before, Action.VERIFY) < lastOf(before, Action.OVERTURN)) {
                assertThat(lastBy(before, Action.VERIFY)).as("the overturned does not give the next verdict")
                        .isNotEqualTo(act.by());
            }
        }
        if (act.action() == Action.OVERTURN) {
            assertThat(before).as("who sourced or verified it does not audit it")
                    .noneMatch(earlier -> (SOURCING.contains(earlier.action()) || earlier.action() == Action.VERIFY)
                            && earlier.by().equals(act.by()));
        }
    }

    private static int lastOf(List<Check.Done> done, Action... actions) {
        for (int i = done.size() - 1; i >= 0; i--) {
            if (List.of(actions).contains(done.get(i).action())) {
                return i;
            }
        }
        return -1;
    }

    private static UUID lastBy(List<Check.Done> done, Action... actions) {
        return done.get(lastOf(done, actions)).by();
    }
}
