package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds processes to a part of a processor each, as containers are held: by control groups of Linux, of either version, where
 * one may make them (root may).
 */
final class Share implements AutoCloseable {

    private static final Path SECOND = Path.of("/sys/fs/cgroup");
    private static final Path FIRST = SECOND.resolve("cpu");
    private static final int PERIOD = 100_000;

    private final int quota;
    private final List<Path> groups = new ArrayList<>();

    /** @param processors how many each process has at most; 0.5 is half of one */
    Share(double processors) {
        this.quota = (int) (PERIOD * processors);
    }

    /** @return whether the machine lets us */
    boolean hold(ProcessHandle process) {
        Path parent = Files.isDirectory(FIRST) ? FIRST : SECOND;
        Path group = parent.resolve("claimdesk-bench-" + process.pid());
        if (!Files.isWritable(parent)) {
            return false;
        }
        try {
            Files.createDirectory(group);
            groups.add(group);
            if (Files.exists(group.resolve("cpu.max"))) {
                Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
            } else if (Files.exists(group.resolve("cpu.cfs_quota_us"))) {
                Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
            } else {
                return false;
            }
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
            return true;
        } catch (IOException refused) {
            System.out.printf(Locale.ROOT, "  no process can be held to a part of a processor: %s%n", refused);
            return false;
        }
    }

    /** After the processes have ended: a group that has some cannot go. */
    @Override
    public void close() {
        try {
            for (Path group : groups) {
                Files.deleteIfExists(group);
            }
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}
