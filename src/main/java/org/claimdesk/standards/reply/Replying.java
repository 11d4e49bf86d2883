package org.claimdesk.standards.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Article;
import org.claimdesk.article.Articles;
import org.claimdesk.claim.Marking;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.Quote;

/** Records who was asked for a reply, what came back, and where it stands in the text: one transaction and one entry each. */
@ApplicationScoped
@Transactional
public class Replying {

    private static final int MOST_CLAIMS = 100;
    private static final int LONGEST_WORDS = 2_000;
    private static final String ASK = """
            insert into reply_request (id, article_id, claims, person, organisation, questions, channel, asked_at, due_at,
                   recorded_by, role, recorded_at, entry_id) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)""";
    private static final String ANSWER = """
            insert into reply_answer (id, request_id, outcome, text, came_at, recorded_by, role, recorded_at, entry_id)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""";
    private static final String PLACE = """
            insert into reply_place (id, answer_id, article_id, revision, exact, start_at, end_at, recorded_by, role, recorded_at, entry_id)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)""";
    private static final String REQUEST = """
            select r.asked_at, l.id, l.outcome from reply_request r left join lateral (
                   select a.id, a.outcome from reply_answer a where a.request_id = r.id order by a.id desc limit 1) l on true
             where r.id = ?1 and r.article_id = ?2""";
    private static final String OTHERS = "select one from unnest(cast(?1 as bigint[])) one where not exists (select from claim c where c.id = one and c.article_id = ?2)";

    private final EntityManager database;
    private final Articles articles;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Replying(EntityManager database, Articles articles, Register register, Ledger ledger, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The role in which somebody records; nobody but editors and reporters does. */
    static Optional<Role> role(Acting who) {
        return Stream.of(Role.REPORTER, Role.EDITOR).filter(who::is).findFirst();
    }

    /**
     * Records that somebody was asked.
     *
     * @return the id of the request
     * @throws Problem absent; forbidden to all but editors and reporters; bad input where something is missing, a time does
     *                 not fit, or a claim is not of the article
     */
    public long ask(long articleId, NewRequest typed, Acting who) {
        articles.held(articleId);
        Role role = required(who);
        String person = Input.line("person", typed.person(), "Say who was asked.");
        String organisation = Input.line("organisation", typed.organisation());
        String questions = Input.prose("questions", typed.questions(), "Say what they were asked.");
        Input.chosen("channel", typed.channel(), "Say how they were asked.");
        Instant now = clock.instant();
        Instant asked = past("asked", typed.asked(), now);
        Instant due = Input.chosen("due", typed.due(), "Say until when they were asked to answer.");
        if (!due.isAfter(asked)) {
            throw Problem.badInput("due", "That is before they were asked.");
        }
        Long[] claims = claims(articleId, typed.claims());
        register.remember(who);
        long id = next("reply_request_seq");
        long entry = ledger.append(Act.of("ASK_REPLY", who, role, now, articleId)
                .fact("request", id)
                .ids("claims", List.of(claims))
                .fact("channel", typed.channel().name())
                .fact("asked", asked.toString())
                .fact("due", due.toString())
                .text("person", person)
                .text("organisation", organisation)
                .text("questions", questions));
        write(ASK, id, articleId, claims, person, organisation, questions, typed.channel().name(), asked, due, who.id(),
                role.name(), now, entry);
        return id;
    }

    /**
     * Records what came back, or that nothing did. Something else may come later; the last counts.
     *
     * @return the id of the answer
     * @throws Problem absent, also where the request is of another article; forbidden to all but editors and reporters;
     *                 conflict where it is no longer asked; bad input where something is missing or a time does not fit
     */
    public long answer(long articleId, long request, NewAnswer typed, Acting who) {
        articles.held(articleId);
        Role role = required(who);
        Tuple asked = request(articleId, request);
        Input.chosen("outcome", typed.outcome(), "Say what came back.");
        boolean said = typed.outcome() == CameBack.ANSWERED || typed.outcome() == CameBack.WITHDRAWN;
        String text = said
                ? Input.prose("text", typed.text(),
                        typed.outcome() == CameBack.ANSWERED ? "Record the answer." : "Say why it is no longer asked.")
                : Input.prose("text", typed.text());
        Instant now = clock.instant();
        Instant came = past("came", typed.came(), now);
        if (came.isBefore(asked.get(0, Instant.class))) {
            throw Problem.badInput("came", "That is before they were asked.");
        }
        register.remember(who);
        long id = next("reply_answer_seq");
        long entry = ledger.append(Act.of("REPLY", who, role, now, articleId)
                .fact("request", request)
                .fact("answer", id)
                .fact("outcome", typed.outcome().name())
                .fact("came", came.toString())
                .text("text", text));
        write(ANSWER, id, request, typed.outcome().name(), text, came, who.id(), role.name(), now, entry);
        return id;
    }

    /**
     * Says which words of the text give what came back. They count while they stand there, in whatever revision.
     *
     * @param revision the revision the person read
     * @throws Problem absent; stale where a newer revision has been filed; forbidden to all but editors and reporters;
     *                 conflict where nothing has come back; bad input where the words do not stand there, stand there more
     *                 than once (its {@code places} tell where), or are more than 2,000 characters
     */
    public void place(long articleId, long request, int revision, Quote words, Acting who) {
        Article article = articles.held(articleId);
        Role role = required(who);
        Long answer = request(articleId, request).get(1, Long.class);
        if (answer == null) {
            throw Problem.conflict("Record first what came back, or that nothing did.", List.of());
        }
        Articles.checkRead(article, revision, "words");
        Anchor found = Marking.find(words, articles.text(article));
        if (found.exact().length() > LONGEST_WORDS) {
            throw Problem.badInput("exact", "At most 2,000 characters are taken.");
        }
        register.remember(who);
        Instant now = clock.instant();
        long id = next("reply_place_seq");
        long entry = ledger.append(Act.of("PLACE_REPLY", who, role, now, articleId)
                .fact("request", request)
                .fact("answer", answer)
                .fact("revision", revision)
                .fact("start", found.start())
                .fact("end", found.end())
                .text("exact", found.exact()));
        write(PLACE, id, answer, articleId, revision, found.exact(), found.start(), found.end(), who.id(), role.name(),
                now, entry);
    }

    /** When somebody was asked, and what came back last. */
    private Tuple request(long article, long id) {
        Tuple asked = Rows.of(database, REQUEST, id, article)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("Article " + article + " has no request for a reply " + id + "."));
        if (Rows.constant(CameBack.class, asked, 2) == CameBack.WITHDRAWN) {
            throw Problem.conflict("That is no longer asked.", List.of());
        }
        return asked;
    }

    private Long[] claims(long article, List<Long> named) {
        if (named == null) {
            return new Long[0];
        }
        if (named.size() > MOST_CLAIMS || named.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput("claims", "At most " + MOST_CLAIMS + " claims are taken.");
        }
        Long[] claims = new TreeSet<>(named).toArray(Long[]::new);
        Rows.of(database, OTHERS, claims, article).stream().findFirst().ifPresent(other -> {
            throw Problem.badInput("claims", "Claim " + other.get(0, Long.class) + " is not of this article.");
        });
        return claims;
    }

    private static Role required(Acting who) {
        return role(who).orElseThrow(() -> Problem.forbidden("Only an editor or a reporter records replies."));
    }

    private static Instant past(String field, Instant typed, Instant now) {
        if (typed != null && typed.isAfter(now)) {
            throw Problem.badInput(field, "That is to come.");
        }
        return typed == null ? now : typed;
    }

    private long next(String sequence) {
        return Rows.of(database, "select nextval('" + sequence + "')").get(0).get(0, Long.class);
    }

    private void write(String sql, Object... values) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
