package org.claimdesk.evidence.seal;

import org.claimdesk.content.Stored;

/**
 * The recording of an interview, with its content in the store. It never shows itself: its name and its key tell too much.
 *
 * @param content in the store: as it came, or encrypted
 * @param plain   as it came: digest, size, type
 * @param key     32 bytes by which it was encrypted, or null where it was not
 */
public record Recording(Stored content, Stored plain, String name, byte[] key) {

    /** One that lies in the store as it came. */
    public static Recording open(Stored content, String name) {
        return new Recording(content, content, name, null);
    }

    @Override
    public String toString() {
        return "Recording";
    }
}
