package org.claimdesk.desk.search;

import static org.claimdesk.local.Tokens.as;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.restassured.response.Response;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.Identity;

/** What tests of the search do again and again. */
final class Shelf {

    private static final Random RANDOM = new Random();

    private Shelf() {}

    /** A word that nobody has written before; no ending of English is on it. */
    static String word() {
        StringBuilder word = new StringBuilder("zu");
        RANDOM.ints(10, 0, 5).forEach(i -> word.append("bdgkm".charAt(i)).append("aou".charAt(i % 3)));
        return word.append("k").toString();
    }

    static Response search(String who, String what, Object... fields) {
        var request = as(who);
        for (int i = 0; i < fields.length; i += 2) {
            request.queryParam(fields[i].toString(), fields[i + 1].toString());
        }
        return request.get("/api/v1/search/" + what);
    }

    /** The ids of what is found. */
    static List<Long> found(String what, Object... fields) {
        return ids(what, search("mina", what, fields).then().statusCode(200).extract().response());
    }

    static List<Long> ids(String what, Response answer) {
        String id = switch (what) {
            case "claims" -> "claim.id";
            case "articles" -> "article.id";
            default -> "id";
        };
        return answer.jsonPath().getList(id, Long.class);
    }

    static Piece.Interview interview(String person, Attribution terms, String described, String note,
            List<String> quotes, boolean sealed) {
        return new Piece.Interview(
                new Piece.About(null, Stance.SUPPORTS, "", note, new Provenance(null, null, null)),
                new Identity(person, "keeper", ""), Piece.Channel.PHONE, Instant.parse("2026-01-02T03:04:05Z"), terms,
                quotes, null, described, sealed);
    }
}
