package org.claimdesk.ledger.tree;

import java.io.IOException;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.tlog.AddCheckpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.VerifierKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks witnesses to cosign the newest checkpoint. A witness that has seen another history than ours refuses; that is kept as
 * a split view and raised.
 */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROVEN = 422;
    private static final String SEEN = "select coalesce(max(size), 0) from cosignature where witness = ?";

    private final LedgerDatabase database;
    private final Checkpoints checkpoints;
    private final WitnessCall call;
    private final Clock clock;
    private final List<Witness> witnesses;

    Witnesses(LedgerDatabase database, Checkpoints checkpoints, WitnessCall call, Clock clock,
            @ConfigProperty(name = "claimdesk.ledger.witnesses") Optional<String> witnesses) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.call = call;
        this.clock = clock;
        this.witnesses = Witness.parse(witnesses.orElse(""));
    }

    List<Witness> all() {
        return witnesses;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        witnesses.forEach(this::ask);
    }

    /** Asks for a cosignature of the newest checkpoint, where there is none yet. @return whether there is one now */
    boolean ask(Witness witness) {
        Optional<Signed> newest = checkpoints.newest();
        if (newest.isEmpty() || newest.get().size() == 0) {
            return false;
        }
        Signed ours = newest.get();
        long seen = seen(witness);
        try {
            return seen == ours.size() || asked(witness, ours, seen, true);
        } catch (IOException | Malformed unfit) {
            LOG.warnf("The witness %s did not cosign: %s", witness.key().name(), unfit.getMessage());
            return false;
        }
    }

    private boolean asked(Witness witness, Signed ours, long old, boolean first) throws IOException {
        Note note = Note.parse(ours.note());
        WitnessCall.Answer answer = call.post(URI.create(witness.address() + "/add-checkpoint"),
                new AddCheckpoint(old, proof(old, ours.size()), note).body());
        switch (answer.status()) {
            case OK -> {
                return keep(witness, ours, note, answer.body());
            }
            case CONFLICT -> {
                return conflict(witness, ours, old, answer, first);
            }
            case UNPROVEN -> {
                split(witness, ours, answer, "It has cosigned another tree of size " + old
                        + " than the one that ours has grown from.");
                return false;
            }
            default -> throw new IOException("it answers " + answer.status());
        }
    }

    private boolean conflict(Witness witness, Signed ours, long old, WitnessCall.Answer answer, boolean first)
            throws IOException {
        if (!answer.type().startsWith("text/x.tlog.size")) {
            split(witness, ours, answer, "It has cosigned another tree of size " + ours.size() + ".");
            return false;
        }
        long theirs = size(answer.body());
        if (theirs > checkpoints.newest().map(Signed::size).orElse(0L)) {
            split(witness, ours, answer, "It has cosigned a tree of size " + theirs + "; ours has " + ours.size()
                    + " entries.");
            return false;
        }
        if (theirs > ours.size()) {
            throw new IOException("another instance has asked it for a newer one meanwhile");
        }
        if (theirs == old || !first) {
            throw new IOException("it says that it has seen size " + theirs + ", and refuses to go on from there");
        }
        return asked(witness, ours, theirs, false);
    }

    private static long size(String body) {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException other) {
            throw new Malformed("it answers with something that is no size");
        }
    }

    private List<Hash> proof(long from, long to) {
        return from == 0 || from == to
                ? List.of()
                : database.transaction(connection -> ConsistencyProof
                        .of(from, new Nodes(new StoredTiles(connection), to))
                        .hashes());
    }

    private long seen(Witness witness) {
        return database.transaction(connection -> {
            try (PreparedStatement asked = connection.prepareStatement(SEEN)) {
                asked.setString(1, witness.key().toString());
                try (ResultSet row = asked.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Only what this witness has really signed; lines of keys that are not known are passed over. */
    private boolean keep(Witness witness, Signed ours, Note note, String lines) {
        List<Note.Signature> good = lines.lines()
                .map(Note.Signature::parse)
                .filter(signature -> witness.key().verifies(note.text(), signature))
                .toList();
        if (good.isEmpty()) {
            throw new Malformed("it answers without a cosignature of its own");
        }
        Note.Signature signature = good.get(0);
        return database.transaction(connection -> {
            try (PreparedStatement kept = connection
                    .prepareStatement("insert into cosignature (size, witness, line, at)"
                            + " values (?, ?, ?, ?) on conflict do nothing")) {
                kept.setLong(1, ours.size());
                kept.setString(2, witness.key().toString());
                kept.setString(3, signature.line());
                kept.setObject(4, Instant.ofEpochSecond(VerifierKey.time(signature)).atOffset(ZoneOffset.UTC));
                kept.executeUpdate();
                return true;
            }
        });
    }

    private void split(Witness witness, Signed ours, WitnessCall.Answer answer, String why) {
        LOG.errorf("Split view: the witness %s. %s", witness.key().name(), why);
        database.transaction(connection -> {
            try (PreparedStatement kept = connection
                    .prepareStatement("insert into split_view (at, told_by, ours, theirs,"
                            + " why) values (?, ?, ?, ?, ?) on conflict do nothing")) {
                kept.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                kept.setString(2, witness.key().name());
                kept.setString(3, ours.note());
                kept.setString(4, answer.status() + " " + answer.body().replace("\u0000", ""));
                kept.setString(5, why);
                return kept.executeUpdate();
            }
        });
    }
}
