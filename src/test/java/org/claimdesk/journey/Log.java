package org.claimdesk.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.PackagedService;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.EntryBundle;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Logs;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.Tile;
import org.claimdesk.tlog.VerifierKey;

/** The ledger of a packaged service that is open to everybody, as a stranger reads it. */
record Log(PackagedService service, VerifierKey key) {

    static Log of(PackagedService service) {
        String vkey = JsonPath.from(new String(bytes(service, "/keys"))).getString("[0].vkey");
        return new Log(service, VerifierKey.parse(vkey));
    }

    String address() {
        return service.address() + "/api/v1/ledger";
    }

    byte[] bytes(String path) {
        return bytes(service, path);
    }

    private static byte[] bytes(PackagedService service, String path) {
        return given().get(service.address() + "/api/v1/ledger" + path).then().statusCode(200).extract().asByteArray();
    }

    Checkpoint checkpoint() {
        return Checkpoint.open(Note.parse(bytes("/checkpoint")), key);
    }

    List<byte[]> entries(long size) {
        List<byte[]> entries = new ArrayList<>();
        for (long n = 0; n * Tile.WIDTH < size; n++) {
            Tile tile = new Tile(0, n, (int) Math.min(Tile.WIDTH, size - n * Tile.WIDTH));
            entries.addAll(EntryBundle.read(bytes("/tile/entries/" + tile.entriesPath())));
        }
        return entries;
    }

    /** Every tile of a tree over these leaves is the one that follows from their definition. */
    void tilesAreThoseOf(List<Hash> leaves) {
        int span = 1;
        for (int level = 0; leaves.size() / span > 0; level++, span *= Tile.WIDTH) {
            int hashes = leaves.size() / span;
            for (int n = 0; n * Tile.WIDTH < hashes; n++) {
                Tile tile = new Tile(level, n, Math.min(Tile.WIDTH, hashes - n * Tile.WIDTH));
                assertThat(bytes("/tile/" + tile.path())).as(tile.path()).isEqualTo(Logs.tiles(leaves).read(tile));
            }
        }
    }

    /** The newest tree has grown from one that somebody has seen. */
    void hasGrownFrom(Checkpoint seen, Checkpoint newest) {
        JsonPath proved = as("rafael").get(address() + "/consistency?from=" + seen.size() + "&to=" + newest.size())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        new ConsistencyProof(seen.size(), newest.size(),
                proved.getList("hashes", String.class).stream().map(Hash::ofBase64).toList())
                .verify(seen.root(), newest.root());
        assertThat(Checkpoint.open(Note.parse(bytes("/checkpoints/" + seen.size())), key)).isEqualTo(seen);
    }
}
