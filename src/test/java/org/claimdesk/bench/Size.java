package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has, as Linux tells it. */
final class Size {

    private Size() {}

    /** MiB it has now. */
    static double resident(long process) {
        return status(process, "VmRSS:");
    }

    /** MiB it has had at most. */
    static double most(long process) {
        return status(process, "VmHWM:");
    }

    private static double status(long process, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))
                    .stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
