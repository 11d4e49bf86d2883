package org.claimdesk.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

import org.claimdesk.tlog.Frontier;
import org.claimdesk.tlog.Hash;

/**
 * The ledger of the archive: entries with their commitments, as the service writes them, each with its place in the tree.
 * The first checkpoint over them is the service's.
 */
final class Annals {

    private static final String ENTRY = "entry (id, at, person_id, role, act, article_id, claim_id, claim_version, from_state, to_state, body)";
    private static final int SALT = 16;

    private final Copying tables;
    private final SplittableRandom random;
    private final Frontier tree = new Frontier();
    private final MessageDigest sha256;
    private final byte[] salt = new byte[SALT];
    private long last;

    Annals(Copying tables, SplittableRandom random) {
        this.tables = tables;
        this.random = random;
        this.sha256 = digest();
    }

    /** Who did something, in which role, when. */
    record By(UUID person, String role, Instant at) {}

    /** A change of a claim; {@code from} is null where the claim is new. */
    record Change(long claim, int version, String from, String to) {}

    /**
     * Writes an entry.
     *
     * @param change null for an act on the article
     * @param facts  canonical JSON, or empty
     * @param texts  names and texts by turns, in the order of the names
     * @return its id
     */
    long entry(String act, By by, long article, Change change, String facts, String... texts) {
        long id = ++last;
        StringBuilder said = new StringBuilder();
        StringBuilder committed = new StringBuilder();
        for (int i = 0; i < texts.length; i += 2) {
            commit(texts[i], texts[i + 1], said, committed);
        }
        String body = body(act, by, article, change, facts, committed.toString());
        tables.row(ENTRY, id, by.at(), by.person(), by.role(), act, article, change == null ? null : change.claim(),
                change == null ? null : change.version(), change == null ? null : change.from(),
                change == null ? null : change.to(), body);
        if (!said.isEmpty()) {
            tables.row("disclosure (entry_id, texts)", id, "{" + said + "}");
        }
        place(id, body);
        return id;
    }

    private void commit(String name, String text, StringBuilder said, StringBuilder committed) {
        random.nextBytes(salt);
        sha256.update(salt);
        byte[] commitment = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        said.append(said.isEmpty() ? "\"" : ", \"")
                .append(name)
                .append("\": {\"salt\": \"")
                .append(base64.encodeToString(salt))
                .append("\", \"text\": \"")
                .append(text)
                .append("\"}");
        committed.append(committed.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(base64.encodeToString(commitment))
                .append('"');
    }

    private static String body(String act, By by, long article, Change change, String facts, String texts) {
        StringBuilder body = new StringBuilder(512).append("{\"act\":\"")
                .append(act)
                .append("\",\"article\":")
                .append(article)
                .append(",\"at\":\"")
                .append(by.at())
                .append('"');
        if (change != null) {
            body.append(",\"claim\":").append(change.claim());
        }
        if (!facts.isEmpty()) {
            body.append(",\"facts\":").append(facts);
        }
        if (change != null && change.from() != null) {
            body.append(",\"from\":\"").append(change.from()).append('"');
        }
        body.append(",\"person\":\"").append(by.person()).append("\",\"role\":\"").append(by.role()).append('"');
        if (!texts.isEmpty()) {
            body.append(",\"texts\":{").append(texts).append('}');
        }
        if (change != null) {
            body.append(",\"to\":\"").append(change.to()).append('"');
        }
        body.append(",\"v\":1");
        if (change != null) {
            body.append(",\"version\":").append(change.version());
        }
        return body.append('}').toString();
    }

    private void place(long id, String body) {
        Hash leaf = Hash.leaf(body.getBytes(StandardCharsets.UTF_8));
        tables.row("leaf (idx, entry_id, hash)", id - 1, id, hex(leaf.bytes()));
        tree.append(leaf, (level, n, hash) -> tables.row("node (level, idx, hash)", level, n, hex(hash.bytes())));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sha256(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As PostgreSQL reads bytes. */
    static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
