package org.claimdesk.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.VerifierKey;

/**
 * {@code check-packet FILE --key VKEY}: whether a sign-off packet is whole and unaltered. The key is one that somebody
 * trustworthy has named, not one from the packet. Ends with 0 where it is, 2 where something is wrong, 1 where it cannot be
 * read.
 */
final class CheckPacket {

    private static final int GOOD = 0;
    private static final int UNREADABLE = 1;
    private static final int WRONG = 2;
    private static final int ARGUMENTS = 4;

    private CheckPacket() {}

    static int main(PrintStream console, String... arguments) {
        if (arguments.length != ARGUMENTS || !arguments[2].equals("--key")) {
            console.println("Cannot be read: check-packet FILE --key VKEY");
            return UNREADABLE;
        }
        Path packet = Path.of(arguments[1]);
        return check(console, () -> Files.newInputStream(packet), arguments[3]);
    }

    static int check(PrintStream console, PacketFiles.Source packet, String vkey) {
        try {
            console.println(new PacketCheck(VerifierKey.parse(vkey)).check(packet));
            return GOOD;
        } catch (Wrong wrong) {
            console.println("WRONG " + wrong.getMessage());
            return WRONG;
        } catch (IOException | Malformed unreadable) {
            console.println("Cannot be read: " + unreadable);
            return UNREADABLE;
        }
    }
}
