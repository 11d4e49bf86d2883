package org.claimdesk.evidence.apart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads one hostile file in a process of its own, that has little memory, little time and no secrets, and writes down what
 * it finds. {@code read FILE INTO SECONDS} makes its text; {@code picture FILE INTO SECONDS FIRST LAST} makes pictures of
 * its pages. What cannot be read ends well, with the reason; only what breaks the process does not.
 */
public final class Apart {

    /** How it ends where a run takes too long. */
    public static final int TOO_LONG = 4;

    private Apart() {}

    /** @param arguments as said above; INTO is a directory that is there and empty */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Path into = Path.of(arguments[2]);
        endAfter(Integer.parseInt(arguments[3]));
        Findings found = arguments[0].equals("read")
                ? Sight.read(file)
                : Sight.picture(file, into, Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        found.write(into);
        // A library may have left a thread that would go on.
        Runtime.getRuntime().halt(0);
    }

    /** Also where the service that started it has been killed, and nobody ends it from outside. */
    private static void endAfter(int seconds) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.schedule(() -> Runtime.getRuntime().halt(TOO_LONG), seconds, TimeUnit.SECONDS);
    }
}
