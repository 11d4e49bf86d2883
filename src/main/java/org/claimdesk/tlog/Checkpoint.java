package org.claimdesk.tlog;

import java.util.List;

/**
 * What a log says of itself: how many entries it has and what their root is (C2SP tlog-checkpoint).
 *
 * @param origin     the name of the log
 * @param extensions lines that the log adds; this one adds none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new Malformed("the origin of a checkpoint is one line");
        }
        if (size < 0) {
            throw new Malformed("no tree has " + size + " leaves");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new Malformed("an extension of a checkpoint is one line");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** As it is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin).append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** What a note says; no signature of it is verified here. @throws Malformed where it is no checkpoint */
    public static Checkpoint parse(Note note) {
        List<String> lines = List.of(note.text().substring(0, note.text().length() - 1).split("\n", -1));
        if (lines.size() < LINES) {
            throw new Malformed("a checkpoint has at least three lines");
        }
        return new Checkpoint(lines.get(0), size(lines.get(1)), Hash.ofBase64(lines.get(2)),
                lines.subList(LINES, lines.size()));
    }

    private static long size(String line) {
        try {
            long size = Long.parseLong(line);
            if (size >= 0 && Long.toString(size).equals(line)) {
                return size;
            }
        } catch (NumberFormatException other) {
            throw new Malformed("the size of a checkpoint is no number: " + line);
        }
        throw new Malformed("the size of a checkpoint is not written as a number is: " + line);
    }

    /**
     * What a note says that the log has signed.
     *
     * @throws Malformed where it is no checkpoint
     * @throws Unproven  where that key has not signed it, or it is another log's
     */
    public static Checkpoint open(Note note, VerifierKey key) {
        note.verify(key);
        Checkpoint checkpoint = parse(note);
        if (!checkpoint.origin.equals(key.name())) {
            throw new Unproven("the checkpoint is one of " + checkpoint.origin + ", not of " + key.name());
        }
        return checkpoint;
    }
}
