package org.claimdesk.content;

import java.io.IOException;
import java.io.PrintStream;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/**
 * The command {@code check-content}: goes through the store of files and ends, with 0 where all is well, with 2 where
 * something is missing or damaged.
 */
public class CheckContent {

    private static final int NOT_WELL = 2;

    private CheckContent() {}

    public static void main(String... arguments) {
        // Beside a running service: no address of its own, and none of its work.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("claimdesk.ledger.automatic", "false");
        Quarkus.run(Check.class, arguments);
    }

    /** The examination, told on the console. */
    static class Check implements QuarkusApplication {

        private final Examination examination;

        Check(Examination examination) {
            this.examination = examination;
        }

        @Override
        public int run(String... arguments) throws IOException {
            Examination.Found found = examination.examine();
            PrintStream console = System.out;
            found.missing().forEach(digest -> console.println("missing   " + digest));
            found.damaged().forEach(digest -> console.println("damaged   " + digest));
            found.orphaned().forEach(digest -> console.println("orphaned  " + digest));
            console.printf("%d sound, %d missing, %d damaged, %d orphaned%n", found.sound(), found.missing().size(),
                    found.damaged().size(), found.orphaned().size());
            return found.well() ? 0 : NOT_WELL;
        }
    }
}
