package org.claimdesk.evidence;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.content.Stored;
import org.claimdesk.evidence.figure.Calculation;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What stands behind a claim. It is attached, and may be withdrawn with a reason; it is never edited or deleted. */
@Entity
public class Evidence {

    /** The kinds of evidence. */
    public enum Kind {
        LINK, FILE, INTERVIEW, REFERENCE, CALCULATION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence")
    @SequenceGenerator(name = "evidence", sequenceName = "evidence_seq", allocationSize = 1)
    private Long id;
    @Column(name = "claim_id")
    private long claim;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private Stance stance;
    private String title;
    private String locator;
    private String note;
    private String address;
    private byte[] digest;
    private Long size;
    private String mediaType;
    private String fileName;
    private String interviewee;
    private String function;
    private String organisation;
    @Enumerated(EnumType.STRING)
    private Piece.Channel channel;
    private Instant heldAt;
    @Enumerated(EnumType.STRING)
    private Attribution attribution;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> quotes = List.of();
    private String described;
    private boolean sealed;
    private String citation;
    @JdbcTypeCode(SqlTypes.JSON)
    private Calculation calculation;
    @Column(name = "source_id")
    private Long source;
    @Column(name = "origin_id")
    private Long origin;
    @Enumerated(EnumType.STRING)
    private Rank rank = Rank.SECONDARY;
    private UUID attachedBy;
    private Instant attachedAt;
    private UUID withdrawnBy;
    private Instant withdrawnAt;
    private String withdrawReason;

    protected Evidence() {}

    /** @throws Problem bad input, with the field's name */
    static Evidence attached(long claim, Piece piece, UUID by, Instant at) {
        Evidence evidence = new Evidence();
        evidence.claim = claim;
        evidence.attachedBy = by;
        evidence.attachedAt = at;
        Piece.About about = piece.about();
        evidence.stance = Input.chosen("stance", about.stance(),
                "Say whether it supports, contradicts or gives context.");
        evidence.locator = Input.line("locator", about.locator());
        evidence.note = Input.prose("note", about.note());
        if (piece instanceof Piece.Link link) {
            evidence.link(link);
        } else if (piece instanceof Piece.File file) {
            evidence.file(file);
        } else if (piece instanceof Piece.Interview interview) {
            evidence.interview(interview, at);
        } else if (piece instanceof Piece.Reference reference) {
            evidence.reference(reference);
        } else if (piece instanceof Piece.Working working) {
            evidence.calculation(working);
        }
        return evidence;
    }

    private void link(Piece.Link link) {
        kind = Kind.LINK;
        address = Input.chosen("address", Input.address("address", link.address()), "Give the address of the page.");
        title = titled(link.about(), address);
    }

    private void file(Piece.File file) {
        kind = Kind.FILE;
        fileName = Input.line("file", file.name(), "The file has no name.");
        title = titled(file.about(), fileName);
        content(file.content());
    }

    private void interview(Piece.Interview interview, Instant now) {
        kind = Kind.INTERVIEW;
        Identity who = interview.who().checked();
        channel = Input.chosen("channel", interview.channel(), "Say how the interview was held.");
        attribution = Input.chosen("attribution", interview.attribution(), "Say on what terms it was given.");
        heldAt = Interviewed.held(interview, now);
        quotes = Quotes.checked(interview.quotes());
        String said = Input.line("described", interview.described());
        described = said.isEmpty() ? null : said;
        sealed = interview.sealed();
        if (sealed) {
            title = titled(interview.about(), "Sealed interview");
            Interviewed.requireDiscreet(this, interview, who);
        } else {
            names(interview, who);
        }
    }

    private void names(Piece.Interview interview, Identity who) {
        interviewee = who.person();
        function = who.function();
        organisation = who.organisation();
        title = titled(interview.about(), "Interview with " + interviewee);
        if (interview.recording() != null) {
            fileName = Input.line("file", interview.recording().name(), "The file has no name.");
            content(interview.recording().content());
        }
    }

    private void content(Stored stored) {
        digest = HexFormat.of().parseHex(stored.digest());
        size = stored.size();
        mediaType = stored.mediaType();
    }

    private void reference(Piece.Reference reference) {
        kind = Kind.REFERENCE;
        citation = Input.prose("citation", reference.citation(), "Give the citation.");
        title = titled(reference.about(),
                citation.codePointCount(0, citation.length()) <= 120
                        ? citation
                        : citation.substring(0, citation.offsetByCodePoints(0, 100)) + "…");
    }

    private void calculation(Piece.Working working) {
        kind = Kind.CALCULATION;
        calculation = Calculation.of(working.formula(), working.inputs(), working.relation(), working.figure());
        title = titled(working.about(), calculation.formula() + " = " + calculation.resultWords());
    }

    private static String titled(Piece.About about, String otherwise) {
        return Input.blank(about.title()) ? otherwise : Input.line("title", about.title());
    }

    /**
     * Said once, before it is kept.
     *
     * @param from   the id of its source, or null where nobody said it
     * @param behind the id of its origin, or null for the source itself
     */
    void comesFrom(Long from, Long behind, Rank how) {
        source = from;
        origin = behind;
        rank = how;
    }

    void withdraw(String reason, UUID by, Instant at) {
        if (withdrawnAt != null) {
            throw Problem.conflict("This piece has been withdrawn already.", List.of());
        }
        withdrawReason = Input.prose("reason", reason, "Say why it is withdrawn.");
        withdrawnBy = by;
        withdrawnAt = at;
    }

    public Long id() {
        return id;
    }

    public long claim() {
        return claim;
    }

    public Kind kind() {
        return kind;
    }

    public Stance stance() {
        return stance;
    }

    public String title() {
        return title;
    }

    public String locator() {
        return locator;
    }

    public String note() {
        return note;
    }

    public String address() {
        return address;
    }

    /** Null where it is no interview, or sealed. */
    public String interviewee() {
        return interviewee;
    }

    /** The exact words of an interview. */
    public List<String> quotes() {
        return quotes;
    }

    /** What may be said of the person in place of the name, or null. */
    public String described() {
        return described;
    }

    /** Whether who was interviewed is kept only encrypted. */
    public boolean sealed() {
        return sealed;
    }

    /** Null where it is none. */
    public Calculation calculation() {
        return calculation;
    }

    public String citation() {
        return citation;
    }

    /** SHA-256 in hexadecimal, or null where there is no file. */
    public String digest() {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }

    public String fileName() {
        return fileName;
    }

    /** The id of its source, or null. */
    public Long source() {
        return source;
    }

    /** The id of what its source has it from, or null. */
    public Long origin() {
        return origin;
    }

    public Rank rank() {
        return rank;
    }

    public UUID attachedBy() {
        return attachedBy;
    }

    public boolean stands() {
        return withdrawnAt == null;
    }
}
