package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.claimdesk.evidence.Independence.Strand;

/** What holds of independence, whatever the evidence: chains, forks and rings of seven sources. */
class IndependenceProperties {

    private static final long SOURCES = 7;

    @Property
    void orderNeverMatters(@ForAll("claims") List<Strand> strands, @ForAll("some") Set<Long> discredited,
            @ForAll Random random) {
        List<Strand> shuffled = new ArrayList<>(strands);
        Collections.shuffle(shuffled, random);

        assertThat(Independence.of(shuffled, discredited)).isEqualTo(Independence.of(strands, discredited));
    }

    @Property
    void withdrawingNeverRaisesACount(@ForAll("claims") List<Strand> strands, @ForAll("some") Set<Long> discredited,
            @ForAll Random random) {
        if (strands.isEmpty()) {
            return;
        }
        List<Strand> fewer = new ArrayList<>(strands);
        int one = random.nextInt(fewer.size());
        Strand gone = fewer.get(one);
        fewer.set(one, new Strand(gone.stance(), gone.source(), gone.origin(), gone.rank(), false));

        notMore(Independence.of(fewer, discredited), Independence.of(strands, discredited));
    }

    @Property
    void discreditingNeverRaisesACount(@ForAll("claims") List<Strand> strands, @ForAll("some") Set<Long> discredited,
            @ForAll("source") long another) {
        Set<Long> more = new HashSet<>(discredited);
        more.add(another);

        notMore(Independence.of(strands, more), Independence.of(strands, discredited));
    }

    @Property
    void thePieceAgainCountsNothingMore(@ForAll("claims") List<Strand> strands,
            @ForAll("some") Set<Long> discredited) {
        List<Strand> twice = new ArrayList<>(strands);
        twice.addAll(strands);

        assertThat(Independence.of(twice, discredited)).isEqualTo(Independence.of(strands, discredited));
    }

    /** Two that have it from one are one, where nothing else is known. */
    @Property
    void twoWithOneOriginCountOnce(@ForAll("source") long first, @ForAll("source") long second,
            @ForAll("source") long origin, @ForAll Stance stance) {
        if (first == origin || second == origin) {
            return;
        }
        Independence found = Independence.of(List.of(new Strand(stance, first, origin, Rank.SECONDARY, true),
                new Strand(stance, second, origin, Rank.SECONDARY, true)), Set.of());

        assertThat(found.supports() + found.contradicts()).isEqualTo(stance == Stance.CONTEXT ? 0 : 1);
    }

    /** However long the chain: who has it from somebody who has it from somebody is not a second origin. */
    @Property
    void aChainOfAnyLengthIsOneOrigin(@ForAll("chain") List<Long> chain) {
        List<Strand> strands = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) {
            strands.add(new Strand(Stance.SUPPORTS, chain.get(i - 1), chain.get(i), Rank.SECONDARY, true));
        }

        assertThat(Independence.of(strands, Set.of()).supports()).isEqualTo(1);
    }

    @Property
    void thereAreNeverMoreOriginsThanWereNamed(@ForAll("claims") List<Strand> strands) {
        Independence found = Independence.of(strands, Set.of());
        Set<Object> named = strands.stream()
                .map(strand -> Objects.requireNonNullElse(strand.origin() == null ? strand.source() : strand.origin(),
                        "nobody said"))
                .collect(Collectors.toSet());

        assertThat(found.supports()).isLessThanOrEqualTo(named.size());
        assertThat(found.primarySupports()).isLessThanOrEqualTo(found.supports());
        assertThat(found.primaryContradicts()).isLessThanOrEqualTo(found.contradicts());
    }

    private static void notMore(Independence less, Independence than) {
        assertThat(less.supports()).isLessThanOrEqualTo(than.supports());
        assertThat(less.contradicts()).isLessThanOrEqualTo(than.contradicts());
        assertThat(less.primarySupports()).isLessThanOrEqualTo(than.primarySupports());
        assertThat(less.primaryContradicts()).isLessThanOrEqualTo(than.primaryContradicts());
    }

    @Provide
    Arbitrary<Long> source() {
        return Arbitraries.longs().between(1, SOURCES);
    }

    @Provide
    Arbitrary<Set<Long>> some() {
        return source().set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Long>> chain() {
        return source().list().uniqueElements().ofMinSize(2).ofMaxSize((int) SOURCES);
    }

    /** As the desk can attach it: an origin only where there is a source, another one, and then second-hand. */
    @Provide
    Arbitrary<List<Strand>> claims() {
        Arbitrary<Strand> strands = Combinators
                .combine(Arbitraries.of(Stance.class), source().injectNull(0.1), source().injectNull(0.4),
                        Arbitraries.of(Rank.class), Arbitraries.of(true, true, true, false))
                .as((stance, source, origin, rank, stands) -> {
                    boolean told = source != null && origin != null && !source.equals(origin);
                    return new Strand(stance, source, told ? origin : null, told ? Rank.SECONDARY : rank, stands);
                });
        return strands.list().ofMaxSize(12);
    }
}
