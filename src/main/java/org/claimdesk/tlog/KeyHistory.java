package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.List;

/** The keys of a log, the first one first. Whoever trusts the first can follow the hand-overs to every later one. */
public record KeyHistory(List<Held> keys) {

    /**
     * A key and when it was in use.
     *
     * @param since    checkpoints of this size and more are signed by it, until the next one's; both sign at the hand-over
     * @param handover in which the key before names it; null for the first
     */
    public record Held(VerifierKey key, long since, Note handover) {}

    public KeyHistory {
        keys = List.copyOf(keys);
    }

    /**
     * Follows the hand-overs.
     *
     * @return the history, with the first key taken on trust
     * @throws Unproven where a key was not handed over by the one before it
     */
    public static KeyHistory follow(List<Held> keys) {
        List<Held> followed = new ArrayList<>();
        for (Held held : keys) {
            if (followed.isEmpty()) {
                followed.add(held);
                continue;
            }
            Held last = followed.get(followed.size() - 1);
            if (held.handover() == null || held.since() < last.since()
                    || !Handover.open(held.handover(), last.key()).after().equals(held.key())) {
                throw new Unproven("key " + held.key().idHex() + " was not handed over by " + last.key().idHex());
            }
            followed.add(held);
        }
        if (followed.isEmpty()) {
            throw new Malformed("a log has a key");
        }
        return new KeyHistory(followed);
    }

    /** The one in use now. */
    public VerifierKey current() {
        return keys.get(keys.size() - 1).key();
    }

    /** The one that signed the checkpoint of a size. */
    public VerifierKey at(long size) {
        VerifierKey key = keys.get(0).key();
        for (Held held : keys) {
            if (held.since() <= size) {
                key = held.key();
            }
        }
        return key;
    }

    /** A checkpoint of this log, signed by the key of its time. */
    public Checkpoint open(Note note) {
        return Checkpoint.open(note, at(Checkpoint.parse(note).size()));
    }
}
