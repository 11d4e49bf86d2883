package org.claimdesk.problem;

import java.io.IOException;
import java.util.List;

/** Recognises that a disk, a quota or a limit took no more, by what the operating system says (ENOSPC, EDQUOT, EFBIG). */
public final class NoRoom {

    private static final List<String> SAID = List.of("No space left on device", "Disk quota exceeded",
            "File too large", "not enough space on the disk");

    private NoRoom() {}

    /** Whether this, or what caused it, is a failure to write for want of room. */
    public static boolean in(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && SAID.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    /** What a person is told then. */
    public static Problem problem(Throwable failed) {
        return Problem.unavailable(
                "The store of files is full. Nothing was kept. Tell whoever runs Claimdesk to make room.",
                failed);
    }
}
