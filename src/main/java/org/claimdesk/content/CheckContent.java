package org.claimdesk.content;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/**
 * The commands {@code check-content}, which goes through the store of files, and {@code copy-content}, which takes the
 * directory over into the bucket. They end with 0 where all is well, with 2 where something is missing or damaged, with 1
 * where the store cannot be read or written.
 */
public class CheckContent {

    private CheckContent() {}

    /** @param arguments check-content, or check-content quick, or copy-content */
    public static void main(String... arguments) {
        // Beside a running service: no address of its own, and none of its work.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("claimdesk.ledger.automatic", "false");
        Quarkus.run(Command.class, arguments);
    }

    /** What was asked for, told on the console. */
    static class Command implements QuarkusApplication {

        static final String CHECK = "check-content";
        static final String QUICK = "quick";
        static final String COPY = "copy-content";
        private static final Set<List<String>> COMMANDS = Set.of(List.of(CHECK), List.of(CHECK, QUICK),
                List.of(COPY));
        private static final int FAILED = 1;
        private static final int NOT_WELL = 2;

        private final Examination examination;
        private final Copying copying;

        Command(Examination examination, Copying copying) {
            this.examination = examination;
            this.copying = copying;
        }

        @Override
        public int run(String... arguments) {
            PrintStream console = System.out;
            if (!COMMANDS.contains(List.of(arguments))) {
                console.println("check-content, check-content quick or copy-content");
                return FAILED;
            }
            try {
                boolean well = arguments[0].equals(COPY) ? copy(console) : check(console, arguments.length == 1);
                return well ? 0 : NOT_WELL;
            } catch (IOException failed) {
                console.println("The store of files cannot be read or written: " + failed.getMessage());
                return FAILED;
            }
        }

        private boolean check(PrintStream console, boolean reading) throws IOException {
            Examination.Found found = examination.examine(reading);
            tell(console, "missing", found.missing());
            tell(console, "damaged", found.damaged());
            tell(console, "orphaned", found.orphaned());
            console.printf("%d %s, %d missing, %d damaged, %d orphaned%n", found.sound(),
                    reading ? "sound" : "there (not read)", found.missing().size(), found.damaged().size(),
                    found.orphaned().size());
            return found.well();
        }

        private boolean copy(PrintStream console) throws IOException {
            Copying.Copied done = copying.copy();
            tell(console, "damaged", done.damaged());
            console.printf("%d copied, %d there already, %d damaged and left out%n", done.copied(), done.there(),
                    done.damaged().size());
            return done.damaged().isEmpty();
        }

        private static void tell(PrintStream console, String what, Set<String> digests) {
            digests.forEach(digest -> console.printf("%-9s %s%n", what, digest));
        }
    }
}
