package org.claimdesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.claimdesk.local.Instances;
import org.claimdesk.local.PackagedService;

/**
 * State changes through one, two and three instances on one database behind a proxy. Each is held to a part of a processor,
 * as small containers are: else one instance would have the whole machine to itself, and two would only share it.
 */
final class Several {

    static final int MOST = 3;
    static final double PROCESSORS = 0.3;
    private static final int ROUNDS = 3;

    private final Measuring measuring;
    private final Instances all;
    private final Function<String, Map<String, String>> signedIn;

    /** @param signedIn what the visits are told for an address */
    Several(Measuring measuring, Instances all, Function<String, Map<String, String>> signedIn) {
        this.measuring = measuring;
        this.all = all;
        this.signedIn = signedIn;
    }

    /**
     * What came of it.
     *
     * @param processors that each instance had at most; NaN where the machine does not let us hold it
     * @param rates      a second, through one, two, three
     */
    record Rates(double processors, List<Double> rates) {}

    /** @param warm seconds, before they are held */
    Rates measure(Work work, Share share, int warm) {
        measuring.visit(work, () -> signedIn.apply(all.address()), 0, warm);
        boolean held = all.all().stream().map(PackagedService::process).allMatch(share::hold);
        List<Double> rates = new ArrayList<>();
        for (int many = 1; many <= all.all().size(); many++) {
            rates.add(through(all.all().subList(0, many), work));
            System.out.printf("  %s, %d instances: %,.0f/s%n", work.name(), many, rates.get(many - 1));
        }
        return new Rates(held ? PROCESSORS : Double.NaN, rates);
    }

    private double through(List<PackagedService> some, Work work) {
        List<Double> rates = new ArrayList<>();
        try (Instances behind = Instances.before(some)) {
            for (int round = 0; round < ROUNDS; round++) {
                rates.add(measuring.visit(work, () -> signedIn.apply(behind.address()), 0, 2).rate());
            }
        }
        return Measuring.median(rates);
    }
}
