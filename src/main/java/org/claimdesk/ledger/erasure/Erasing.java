package org.claimdesk.ledger.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * Erases what people wrote where the law demands it: the words and the salt of texts go from the ledger and every copy of
 * them from the tables, and nothing brings them back. The entries stay, and so do their proofs.
 */
@ApplicationScoped
@Transactional
public class Erasing {

    private static final int SHORTEST_TOLD = 4;

    private final EntityManager database;
    private final ErasureReading reading;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Erasing(EntityManager database, ErasureReading reading, Register register, Ledger ledger, Clock clock) {
        this.database = database;
        this.reading = reading;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Why it is erased.
     *
     * @param reference such as the number of the case; may be empty
     */
    public record Reason(Ground ground, String explanation, String reference) {}

    /** A text that goes. */
    private record Going(long entry, Long index, Long article, Long source, Long claim, UUID author, String field) {}

    /**
     * For the standards desk, but for whoever wrote it. The same words in other entries of the article, or of all articles
     * that lean on the source whose name they are, go with it: one entry for each article and source.
     *
     * @param fields of the texts
     * @return the ids of the entries that tell of it
     * @throws Problem absent; forbidden; bad input without texts, ground or explanation, or where that has the words in it;
     *                 conflict where a text cannot be erased, or is; unavailable until the entries have their index
     */
    public List<Long> erase(long entry, Collection<String> fields, Reason reason, Acting who) {
        refuse(ErasurePolicy.refusal(who, List.of()));
        Erasable erasable = reading.of(entry);
        List<Erasable.Text> chosen = chosen(erasable, fields);
        Ground ground = Input.chosen("ground", reason.ground(), "Choose the legal ground.");
        String explanation = Input.prose("explanation", reason.explanation(), "Explain it.");
        String reference = Input.line("reference", reason.reference());
        untold("explanation", explanation, chosen);
        untold("reference", reference, chosen);
        List<Going> going = going(erasable, chosen);
        refuse(ErasurePolicy.refusal(who, going.stream().map(Going::author).toList()));
        register.remember(who);
        Map<List<Long>, List<Going>> things = new LinkedHashMap<>();
        going.forEach(one -> things
                .computeIfAbsent(Arrays.asList(one.article, one.source), thing -> new ArrayList<>())
                .add(one));
        return things.values().stream().map(of -> append(of, ground, explanation, reference, who)).toList();
    }

    private static void refuse(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw Problem.forbidden(why);
        });
    }

    private static List<Erasable.Text> chosen(Erasable erasable, Collection<String> fields) {
        if (fields == null || fields.isEmpty()) {
            throw Problem.badInput("texts", "Choose what is erased.");
        }
        return new TreeSet<>(fields).stream().map(field -> {
            Erasable.Text text = erasable.texts()
                    .stream()
                    .filter(one -> one.field().equals(field))
                    .findFirst()
                    .orElseThrow(() -> Problem.badInput("texts",
                            "Entry " + erasable.entry() + " has no text of this name."));
            if (text.words() == null) {
                throw Problem.conflict("It has been erased already.", List.of());
            }
            if (!text.erasable()) {
                throw Problem.conflict(
                        "“" + field + "” is of the article or of the evidence itself. It is not erased here.",
                        List.of());
            }
            return text;
        }).toList();
    }

    /** What tells of the erasure does not keep what was erased. */
    private static void untold(String field, String told, List<Erasable.Text> chosen) {
        String small = told.toLowerCase(Locale.ROOT);
        if (chosen.stream()
                .map(text -> text.words().toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.length() >= SHORTEST_TOLD && small.contains(words))) {
            throw Problem.badInput(field, "This has the words in it that are to be erased, and it stays.");
        }
    }

    private List<Going> going(Erasable erasable, List<Erasable.Text> chosen) {
        List<Going> going = new ArrayList<>();
        chosen.forEach(text -> going.add(new Going(erasable.entry(), erasable.index(), erasable.article(),
                erasable.source(), erasable.claim(), erasable.who().id(), text.field())));
        reading.copies(erasable.entry(), chosen.stream().map(Erasable.Text::field).toArray(String[]::new))
                .forEach(copy -> going.add(new Going(copy.entry(), copy.index(), copy.article(), copy.source(),
                        copy.claim(), copy.who().id(), copy.field())));
        if (going.stream().anyMatch(one -> one.index == null)) {
            throw Problem.unavailable(
                    "An entry with these words gets its place in the ledger within a second. Ask again.",
                    null);
        }
        return going.stream().distinct().toList();
    }

    /** One entry for what goes from one article or source. */
    private long append(List<Going> of, Ground ground, String explanation, String reference, Acting who) {
        Going first = of.get(0);
        Map<Long, Set<String>> fields = new TreeMap<>();
        Map<Long, Long> indices = new HashMap<>();
        of.forEach(one -> {
            fields.computeIfAbsent(one.entry, entry -> new TreeSet<>()).add(one.field);
            indices.put(one.entry, one.index);
        });
        List<Map<String, Object>> erased = new ArrayList<>();
        fields.forEach((entry, texts) -> erased
                .add(Map.of("entry", entry, "index", indices.get(entry), "texts", new ArrayList<>(texts))));
        Act act = first.article == null
                ? Act.onSource("ERASE", who, Role.STANDARDS, clock.instant(), first.source)
                : Act.of("ERASE", who, Role.STANDARDS, clock.instant(), first.article);
        boolean oneClaim = of.stream().allMatch(one -> Objects.equals(one.claim, first.claim));
        long entry = ledger.append(act.fact("ground", ground.name())
                .fact("claim", oneClaim ? first.claim : null)
                .fact("erased", erased)
                .text("explanation", explanation)
                .text("reference", reference));
        database.flush();
        of.forEach(one -> database
                .createNativeQuery("insert into erasure (erased_id, member, entry_id) values (?1, ?2, ?3)")
                .setParameter(1, one.entry)
                .setParameter(2, one.field)
                .setParameter(3, entry)
                .executeUpdate());
        return entry;
    }
}
