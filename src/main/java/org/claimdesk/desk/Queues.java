package org.claimdesk.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/** What waits for a person, by what they are to do with it and how soon: one statement a queue, however long it is. */
@ApplicationScoped
class Queues {

    /** The most of one queue that is shown. */
    static final int SHOWN = 25;
    private static final String BY_URGENCY = " and c.dropped_at is null order by c.deadline, c.id limit " + (SHOWN + 1);
    /** Asked for within the question, as lists are ({@link org.claimdesk.sql.Rows}): how much somebody has is no reason to plan anew. */
    static final String ME = "(select ?1::uuid)";
    private static final String NOT_MINE = " and not exists (select from sourcing s where s.claim_id = c.id and s.person_id = "
            + ME
            + ") and not exists (select from article_author w where w.article_id = c.article_id and w.person_id = " + ME
            + ")";
    /** By the claims of the open watches, which are few. */
    private static final String ROTTEN = " and c.id in (select w.claim_id from watch w join evidence e on e.id = w.evidence_id"
            + " where w.open and e.withdrawn_at is null)";

    private final ClaimReading claims;
    private final Clock clock;

    Queues(ClaimReading claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * A queue.
     *
     * @param name  what is to be done, as a heading
     * @param verb  what the button says
     * @param note  what the queue is, in a few words
     * @param more  whether there is more than is shown
     */
    record Queue(String name, String verb, String note, List<ClaimLine> claims, boolean more) {}

    List<Queue> of(Acting who) {
        List<Queue> queues = new ArrayList<>();
        if (who.is(Role.REPORTER)) {
            add(queues, "To answer", "Answer", "disputed", " where c.state = 'DISPUTED' and c.assignee = " + ME,
                    who.id());
            add(queues, "To source", "Source", "assigned to you", " where c.state = 'ASSIGNED' and c.assignee = " + ME,
                    who.id());
            add(queues, "Free on your desks", "Take", "nobody has taken them",
                    " where c.state in ('ASSIGNED', 'DISPUTED') and c.assignee is null and c.desk = any(?1)",
                    (Object) desks(who));
        }
        if (who.is(Role.REPORTER) || who.is(Role.EDITOR)) {
            add(queues, "Evidence not as it was", "Look", "a page changed, moved or is gone",
                    " where (c.assignee = " + ME + " or c.desk = any(?2))" + ROTTEN, who.id(), desks(who));
        }
        if (who.is(Role.REVIEWER)) {
            add(queues, "To review", "Review", "sourced by others",
                    " where c.state = 'SOURCED' and c.placement <> 'ORPHANED'" + NOT_MINE, who.id());
            add(queues, "Disputed, not answered yet", "Look", "wait for their reporter, or for a decision",
                    " where c.state = 'DISPUTED' and d.opened_by <> " + ME + NOT_MINE, who.id());
        }
        if (who.is(Role.STANDARDS)) {
            add(queues, "Verified on evidence not as it was", "Look", "a page changed, moved or is gone since",
                    " where c.state = 'VERIFIED'" + ROTTEN);
        }
        if (who.is(Role.EDITOR)) {
            add(queues, "Orphaned", "Attach", "their words are gone from the text that stands",
                    " where c.placement = 'ORPHANED'");
            add(queues, "Overdue", "Look", "past their deadline and not verified",
                    " where c.state <> 'VERIFIED' and c.deadline < ?1",
                    clock.instant());
            add(queues, "Nobody has them", "Assign", "assigned to a desk only",
                    " where c.state = 'ASSIGNED' and c.assignee is null");
        }
        return queues;
    }

    private void add(List<Queue> queues, String name, String verb, String note, String where, Object... parameters) {
        List<ClaimLine> asked = claims.lines(where + BY_URGENCY, parameters);
        boolean more = asked.size() > SHOWN;
        queues.add(new Queue(name, verb, note, more ? asked.subList(0, SHOWN) : asked, more));
    }

    private static String[] desks(Acting who) {
        return who.desks().toArray(String[]::new);
    }
}
