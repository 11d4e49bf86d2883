package org.claimdesk.claim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.placement.Placed;
import org.claimdesk.text.placement.Placement;

/** A checkable assertion, anchored to words of an article. It changes only through its verbs; each follows the table. */
@Entity
public class Claim {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "claim")
    @SequenceGenerator(name = "claim", sequenceName = "claim_seq", allocationSize = 1)
    private Long id;
    @Version
    private int version;
    @Column(name = "article_id")
    private long article;
    private int revision;
    private String exact;
    private String prefix;
    private String suffix;
    private int startAt;
    private int endAt;
    @Enumerated(EnumType.STRING)
    private Placement placement;
    @Enumerated(EnumType.STRING)
    private State state;
    @Enumerated(EnumType.STRING)
    private ClaimType type;
    @Enumerated(EnumType.STRING)
    private Risk risk;
    private String desk;
    private UUID assignee;
    private Instant deadline;
    private int evidence;
    @Column(name = "dispute_id")
    private Long dispute;
    @Column(name = "verdict_id")
    private Long verdict;
    private UUID verifiedBy;
    private Instant droppedAt;
    private String dropReason;
    private UUID markedBy;
    private Instant markedAt;
    private Instant changedAt;

    protected Claim() {}

    /** Words of a revision become a claim. @param type null where nobody says it */
    static Claim mark(long article, int revision, Anchor words, ClaimType type, Assignment assignment, UUID by,
            Instant at) {
        Claim claim = new Claim();
        claim.article = article;
        claim.stand(revision, Placement.PLACED, words);
        claim.state = Transitions.next(null, Action.MARK).orElseThrow();
        claim.type = type;
        claim.risk = assignment.risk();
        claim.desk = assignment.desk();
        claim.assignee = assignment.assignee();
        claim.deadline = assignment.deadline();
        claim.markedBy = by;
        claim.markedAt = at;
        claim.changedAt = at;
        return claim;
    }

    void take(UUID by, Instant at) {
        move(Action.TAKE, at);
        assignee = by;
    }

    void reassign(Assignment assignment, Instant at) {
        move(Action.REASSIGN, at);
        desk = assignment.desk();
        assignee = assignment.assignee();
        deadline = assignment.deadline();
        risk = assignment.risk();
    }

    void attach(Instant at) {
        move(Action.ATTACH, at);
        evidence++;
    }

    void withdraw(Instant at) {
        move(Action.WITHDRAW, at);
        evidence--;
    }

    void submit(Instant at) {
        move(Action.SUBMIT, at);
    }

    void giveBack(Instant at) {
        move(Action.RETURN, at);
    }

    void dispute(Dispute opened, Instant at) {
        move(Action.DISPUTE, at);
        endVerdict();
        dispute = opened.id();
    }

    void answer(Instant at) {
        move(Action.ANSWER, at);
        dispute = null;
    }

    void verify(Verdict given, Instant at) {
        move(Action.VERIFY, at);
        dispute = null;
        verdict = given.id();
        verifiedBy = given.givenBy();
    }

    void overturn(Dispute opened, Instant at) {
        move(Action.OVERTURN, at);
        endVerdict();
        dispute = opened.id();
    }

    /** Its own words stand in a revision. */
    void place(int revision, Placed where, Instant at) {
        move(Action.PLACE, at);
        stand(revision, where.how(), where.words());
    }

    /** Its words are others now; a verdict on the old ones is over. */
    void reword(int revision, Anchor words, Instant at) {
        move(Action.REWORD, at);
        endVerdict();
        stand(revision, Placement.REWORDED, words);
    }

    /** Its words are gone; it keeps the last ones it had. */
    void orphan(Instant at) {
        move(Action.ORPHAN, at);
        placement = Placement.ORPHANED;
    }

    /** Somebody says where its words are. While it is verified they are the very same; others reword it. */
    void reattach(int revision, Anchor words, Instant at) {
        move(Action.REATTACH, at);
        stand(revision, words.exact().equals(exact) ? Placement.MOVED : Placement.REWORDED, words);
    }

    void drop(String reason, Instant at) {
        move(Action.DROP, at);
        dropReason = reason;
        droppedAt = at;
    }

    /** @param where its words are in the revision that stands; its own, or it is orphaned */
    void restore(int revision, Placed where, Instant at) {
        move(Action.RESTORE, at);
        dropReason = null;
        droppedAt = null;
        if (where.words() == null) {
            placement = Placement.ORPHANED;
        } else {
            stand(revision, where.how(), where.words());
        }
    }

    /** Time on a claim only goes forward, so that every act changes the row and the history keeps its order. */
    private void move(Action action, Instant at) {
        state = Transitions.next(state, action)
                .orElseThrow(() -> new IllegalStateException("a claim that is " + state + " does not " + action));
        Instant next = changedAt.plus(1, ChronoUnit.MICROS);
        changedAt = at.isAfter(next) ? at : next;
    }

    private void endVerdict() {
        verdict = null;
        verifiedBy = null;
    }

    private void stand(int number, Placement how, Anchor words) {
        if (verdict != null && !words.exact().equals(exact)) {
            throw new IllegalStateException("a verdict is on the words it was given on");
        }
        placement = how;
        revision = number;
        exact = words.exact();
        prefix = words.prefix();
        suffix = words.suffix();
        startAt = words.start();
        endAt = words.end();
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public long article() {
        return article;
    }

    public int revision() {
        return revision;
    }

    public Anchor words() {
        return new Anchor(exact, prefix, suffix, startAt, endAt);
    }

    public Placement placement() {
        return placement;
    }

    boolean orphaned() {
        return placement == Placement.ORPHANED;
    }

    public State state() {
        return state;
    }

    public ClaimType type() {
        return type;
    }

    public Risk risk() {
        return risk;
    }

    public String desk() {
        return desk;
    }

    public UUID assignee() {
        return assignee;
    }

    public Instant deadline() {
        return deadline;
    }

    public int evidence() {
        return evidence;
    }

    Long dispute() {
        return dispute;
    }

    Long verdict() {
        return verdict;
    }

    public boolean dropped() {
        return droppedAt != null;
    }

    UUID markedBy() {
        return markedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
