package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimdesk.content.Sha256;
import org.claimdesk.ledger.Commitment;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Logs;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;

/**
 * A packet of article 1 and its claim 31, made by hand under a key of its own and as small as one can be: its entries may say
 * what the service would not write, or would write only after a thousand acts.
 */
final class HandmadePacket {

    static final String CLAIM = "claims/31.json";
    static final String ENTRIES = "entries/1.jsonl";
    private static final String ORIGIN = "handmade.example";
    private static final SigningKey KEY = SigningKey.of(ORIGIN, VerifierKey.Kind.NOTE, "21".repeat(32));
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA==";

    private final List<ObjectNode> lines = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private int version = -1;

    /** Adds an entry of the article. @param facts as JSON @param texts names and texts in turn, all disclosed */
    HandmadePacket entry(String act, String facts, String... texts) {
        return add(Json.MAPPER.createObjectNode().put("act", act).put("article", 1), facts, texts);
    }

    /** Adds the next entry of the claim. */
    HandmadePacket ofClaim(String act, String facts, String... texts) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("act", act).put("article", 1).put("claim", 31);
        if (version >= 0) {
            body.put("from", "ASSIGNED");
        }
        return add(body.put("version", ++version).put("to", "ASSIGNED"), facts, texts);
    }

    private HandmadePacket add(ObjectNode body, String facts, String... texts) {
        body.set("facts", Json.any("facts", facts));
        ObjectNode line = Json.MAPPER.createObjectNode().put("index", lines.size());
        ObjectNode disclosed = Json.MAPPER.createObjectNode();
        for (int i = 0; i < texts.length; i += 2) {
            body.withObject("/texts").put(texts[i], Commitment.to(texts[i + 1], SALT));
            disclosed.putObject(texts[i]).put("salt", SALT).put("text", texts[i + 1]);
        }
        lines.add(line.put("body", body.toString()).<ObjectNode>set("texts", disclosed));
        leaves.add(Hash.leaf(body.toString().getBytes(UTF_8)));
        return this;
    }

    /** With a file of the claim that has these members besides, and with this file of the standards desk, both as JSON. */
    Forger packet(String claim, String standards) throws IOException {
        entry("PACK", "{\"entries\":" + lines.size() + ",\"sha256\":\"" + digest() + "\"}");
        Nodes nodes = Logs.nodes(leaves);
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            ArrayNode proof = lines.get(i).putArray("proof");
            InclusionProof.of(i, nodes).hashes().forEach(hash -> proof.add(hash.base64()));
            entries.append(lines.get(i)).append('\n');
        }
        ObjectNode file = Json.MAPPER.createObjectNode().put("id", 31).put("version", version).put("state", "ASSIGNED");
        file.setAll((ObjectNode) Json.object(CLAIM, claim));
        Forger packet = new Forger(new byte[0]);
        put(packet, "checkpoint", KEY.sign(new Checkpoint(ORIGIN, lines.size(), nodes.root()).text()).toString());
        put(packet, "keys.json", "[{\"vkey\":\"" + KEY.verifier() + "\",\"handover\":null}]");
        put(packet, ENTRIES, entries.toString());
        put(packet, StandardsLines.NAME, standards);
        put(packet, CLAIM, file.toString());
        for (String copy : List.of("article.html", "article.pdf", "annotations.jsonld", "claim-reviews.jsonld")) {
            put(packet, copy, "");
        }
        put(packet, Manifest.NAME, "{\"format\":\"claimdesk-packet/3\",\"article\":1,\"origin\":\"" + ORIGIN
                + "\",\"size\":" + lines.size() + "}");
        return packet;
    }

    private static void put(Forger packet, String name, String content) {
        packet.files().put(name, content.getBytes(UTF_8));
    }

    /** As the entry PACK has it. */
    private String digest() {
        byte[] sorted = leaves.stream()
                .map(Hash::bytes)
                .sorted(Arrays::compareUnsigned)
                .reduce(new byte[0], HandmadePacket::joined);
        return HexFormat.of().formatHex(Sha256.of(sorted));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static void whole(Forger packet) throws Exception {
        Packets.Said said = Packets.check(packet.packet(), KEY.verifier().toString());
        assertThat(said.text()).contains("Whole and unaltered: article 1 of " + ORIGIN);
        assertThat(said.code()).isZero();
    }

    static void wrong(String what, Forger packet) throws Exception {
        Packets.Said said = Packets.check(packet.packet(), KEY.verifier().toString());
        assertThat(said.text()).startsWith("WRONG " + what);
        assertThat(said.code()).isEqualTo(2);
    }
}
