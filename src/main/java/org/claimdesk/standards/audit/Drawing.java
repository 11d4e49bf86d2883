package org.claimdesk.standards.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.ledger.tree.Covering;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/**
 * Draws verdicts in two steps. The act commits to period, size, weights and list while no seed exists; the seed is made of the
 * first checkpoint over that act, within a second, so nobody can choose it.
 */
@ApplicationScoped
@Transactional
class Drawing {

    private final Draws draws;
    private final Weights weights;
    private final Directory directory;
    private final Covering covering;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Drawing(Draws draws, Weights weights, Directory directory, Covering covering,
            Register register, Ledger ledger, Clock clock) {
        this.draws = draws;
        this.weights = weights;
        this.directory = directory;
        this.covering = covering;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * For the standards desk. Who sourced or verified some of the claims may draw, for nobody chooses what comes out.
     *
     * @return the id of the draw
     * @throws Problem forbidden; bad input, also where there are fewer verdicts, with how many there are as
     *                 {@code available}; conflict while another draw waits for its seed
     */
    long draw(Sample wanted, Acting who) {
        if (!who.is(Role.STANDARDS)) {
            throw Problem.forbidden("Only the standards desk draws verdicts for audit.");
        }
        Sample sample = known(wanted.checked());
        draws.lock();
        if (draws.pending().isPresent()) {
            throw Problem.conflict("Another draw waits for its seed, for a second. Draw again then.", List.of());
        }
        Map<String, Integer> tickets = weights.all();
        List<Candidate> candidates = draws.candidates(sample, tickets);
        require(sample.size(), candidates.size());
        register.remember(who);
        Instant now = clock.instant();
        String list = Candidate.list(candidates);
        byte[] digest = Candidate.sha256(list);
        long entry = ledger.append(Act.inNewsroom("DRAW", who, Role.STANDARDS, now, sample.article())
                .fact("desk", sample.desk())
                .fact("from", sample.since().toString())
                .fact("until", sample.until().toString())
                .fact("size", sample.size())
                .fact("weights", tickets)
                .fact("candidates", candidates.size())
                .fact("candidatesSha256", HexFormat.of().formatHex(digest)));
        draws.persistAndFlush(
                Draw.of(entry, sample, candidates.size(), digest, tickets, who.id(), now));
        draws.keep(entry, list);
        return entry;
    }

    /**
     * Finishes the draw that waits, where its seed exists now. Any instance may; no act, for what comes out was settled by the
     * act and the checkpoint.
     *
     * @return the id of the draw that was finished
     */
    Optional<Long> complete() {
        draws.lock();
        return draws.pending().flatMap(draw -> covering.first(draw.id()).map(first -> {
            byte[] seed = Hat.seed(first.root(), draw.id());
            List<Candidate> list = Candidate.read(draws.list(draw.id()).orElseThrow());
            draw.seeded(seed, first.size());
            draws.flush();
            draws.drawn(draw.id(), Hat.draw(HexFormat.of().formatHex(seed), list, draw.size()));
            return draw.id();
        }));
    }

    /** Whether a draw waits. */
    boolean pending() {
        return draws.pending().isPresent();
    }

    private Sample known(Sample sample) {
        if (sample.article() != null && !draws.knows(sample.article())) {
            throw Problem.badInput("article", "There is no article " + sample.article() + ".");
        }
        if (sample.desk() != null && !directory.newsroom().has(sample.desk())) {
            throw Problem.badInput("desk", "That is no desk of the newsroom.");
        }
        return sample;
    }

    private static void require(int size, int available) {
        if (available > Draws.MOST) {
            throw Problem.badInput("until",
                    "There are more than %,d verdicts. Choose a shorter period.".formatted(Draws.MOST));
        }
        if (available < size) {
            throw Problem.badInput("size", available == 0
                    ? "There is nothing to draw: no verdict of that time stands that was not drawn before."
                    : "There %s only %,d %s to draw from; you asked for %,d.".formatted(available == 1 ? "is" : "are",
                            available, available == 1 ? "verdict" : "verdicts", size),
                    Map.of("available", available));
        }
    }
}
