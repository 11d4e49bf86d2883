package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How fast the log is, on one thread: {@code java -cp … org.claimdesk.tlog.LogSpeed}. Integrating is hashing entries into
 * the tree; verifying is working out the root from bundles of entries, against SHA-256 over the same bytes.
 */
public final class LogSpeed {

    private static final int ENTRIES = 256 * 400;
    private static final int ENTRY_BYTES = 420;
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;

    private LogSpeed() {}

    /** Entries a second, the best of five rounds each. */
    public record Rates(double integrate, double verify, double bare) {}

    public static void main(String[] none) {
        Rates rates = measure();
        System.out.printf(
                "integrated %,.0f entries/s, verified %,.0f, bare SHA-256 %,.0f; verification is %.2f of it%n",
                rates.integrate(), rates.verify(), rates.bare(), rates.verify() / rates.bare());
    }

    public static Rates measure() {
        List<byte[]> bundles = bundles();
        Hash root = integrate(bundles);
        double integrate = 0;
        double verify = 0;
        double bare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            integrate = Math.max(integrate, rate(() -> integrate(bundles)));
            verify = Math.max(verify, rate(() -> {
                if (!integrate(bundles).equals(root)) {
                    throw new Unproven("another root");
                }
                return root;
            }));
            bare = Math.max(bare, rate(() -> bare(bundles)));
        }
        return new Rates(integrate, verify, bare);
    }

    private static Hash integrate(List<byte[]> bundles) {
        Frontier frontier = new Frontier();
        for (byte[] bundle : bundles) {
            EntryBundle.read(bundle).forEach(entry -> frontier.append(Hash.leaf(entry)));
        }
        return frontier.root();
    }

    private static Object bare(List<byte[]> bundles) {
        byte[] last = null;
        var digest = Hash.digest();
        for (byte[] bundle : bundles) {
            for (int i = 0; i < Tile.WIDTH; i++) {
                digest.update(bundle, i * (ENTRY_BYTES + 2), ENTRY_BYTES + 2);
                last = digest.digest();
            }
        }
        return last;
    }

    private static double rate(Supplier<Object> work) {
        long begun = System.nanoTime();
        work.get();
        return ENTRIES * NANOS / (System.nanoTime() - begun);
    }

    private static List<byte[]> bundles() {
        Random random = new Random(1);
        List<byte[]> bundles = new ArrayList<>();
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            byte[] entry = new byte[ENTRY_BYTES];
            random.nextBytes(entry);
            entries.add(entry);
            if (entries.size() == Tile.WIDTH) {
                bundles.add(EntryBundle.write(entries));
                entries.clear();
            }
        }
        return bundles;
    }
}
