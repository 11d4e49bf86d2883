package org.claimdesk.evidence;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How independent the evidence of a claim is, held against the rule of its desk.
 *
 * @param supports    origins that support it
 * @param contradicts origins that contradict it
 * @param primary     how many of them first-hand, on the side that has more
 * @param rule        in words
 */
@Schema(description = "How many independent origins support the claim and contradict it, and whether the rule of its desk is met.")
public record Backing(int supports, int contradicts, int primary, String rule, boolean met) {

    static Backing of(Independence found, Rule rule) {
        return new Backing(found.supports(), found.contradicts(),
                Math.max(found.primarySupports(), found.primaryContradicts()), rule.words(), rule.met(found));
    }

    /**
     * Why it is enough all the same, where the rule is not met; null where it is met, whatever was said.
     *
     * @throws Problem bad input where the rule is not met and no reason is given
     */
    public String waived(String reason) {
        return met
                ? null
                : Input.prose("reason", reason,
                        "The desk's rule is not met: " + rule + ". Say why it is enough all the same.");
    }

    /** Such as "2 independent origins support, 1 contradicts". */
    public String words() {
        return (supports == 1 ? "1 independent origin supports" : supports + " independent origins support") + ", "
                + contradicts + (contradicts == 1 ? " contradicts" : " contradict");
    }
}
