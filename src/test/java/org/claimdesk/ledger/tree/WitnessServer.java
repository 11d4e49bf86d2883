package org.claimdesk.ledger.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.claimdesk.tlog.AddCheckpoint;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;

/** A witness as C2SP tlog-witness has it, in memory, for one log. */
final class WitnessServer implements AutoCloseable {

    private static final long TIME = 1_800_000_000;

    private final SigningKey key;
    private final VerifierKey log;
    private final HttpServer server;
    private final List<String> posted = new ArrayList<>();
    private long size;
    private Hash root;

    WitnessServer(String seed, VerifierKey log) {
        this.key = SigningKey.of("witness.example/" + seed, VerifierKey.Kind.COSIGNATURE, seed.repeat(32));
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/add-checkpoint", this::add);
        server.createContext("/keep", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "text/plain", "");
        });
        server.start();
    }

    Witness witness() {
        return new Witness(key.verifier(), address(""));
    }

    URI address(String path) {
        return URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + path);
    }

    List<String> posted() {
        return posted;
    }

    /** As if it had seen a tree before. */
    void hasSeen(long seen, Hash its) {
        size = seen;
        root = its;
    }

    private synchronized void add(HttpExchange exchange) throws IOException {
        AddCheckpoint asked = AddCheckpoint
                .parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Note note = asked.checkpoint();
        Checkpoint checkpoint = Checkpoint.open(note, log);
        if (asked.old() != size) {
            answer(exchange, 409, "text/x.tlog.size", size + "\n");
            return;
        }
        if (size == checkpoint.size() && !checkpoint.root().equals(root)) {
            answer(exchange, 409, "text/plain", "");
            return;
        }
        try {
            if (size > 0) {
                new ConsistencyProof(size, checkpoint.size(), asked.proof()).verify(root, checkpoint.root());
            }
        } catch (Unproven apart) {
            answer(exchange, 422, "text/plain", "");
            return;
        }
        size = checkpoint.size();
        root = checkpoint.root();
        answer(exchange, 200, "text/plain", key.cosignature(note.text(), TIME).line());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
