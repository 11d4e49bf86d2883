package org.claimdesk.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.claimdesk.content.CheckContent;

/** Starts the service, or does one of the things that the package does besides and ends. */
@QuarkusMain
public class Main {

    private Main() {}

    /** @param arguments none, or a command and what it takes */
    public static void main(String... arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "check-content", "copy-content" -> CheckContent.main(arguments);
            // These need neither the settings nor the database: the service is not started for them.
            case "compare-checkpoints" -> System.exit(CompareCheckpoints.main(System.out, arguments));
            case "check-packet" -> System.exit(CheckPacket.main(System.out, arguments));
            default -> Quarkus.run(arguments);
        }
    }
}
