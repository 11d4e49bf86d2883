package org.claimdesk.packet;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.Sayable;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.sql.Rows;

/** Claims as a packet has them, a page at a time with the same few statements. */
@ApplicationScoped
class ClaimFiles {

    static final int PAGE = 50;
    private static final String SQL = """
            select c.id, json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'risk', c.risk, 'type', c.type,
                   'desk', c.desk, 'revision', c.revision, 'exact', c.exact, 'prefix', c.prefix, 'suffix', c.suffix,
                   'start', c.start_at, 'end', c.end_at, 'how', c.placement, 'markedBy', m.name, 'markedAt', c.marked_at,
                   'droppedAt', c.dropped_at, 'dropReason', c.drop_reason, 'verdict', c.verdict_id, 'dispute', c.dispute_id,
                   'placements', (select coalesce(json_agg(json_build_object('revision', p.revision, 'how', p.how,
                       'exact', p.exact, 'start', p.start_at, 'end', p.end_at) order by p.id), '[]')
                       from placement p where p.claim_id = c.id),
                   'disputes', (select coalesce(json_agg(json_build_object('id', d.id, 'grounds', d.grounds,
                       'statement', d.statement, 'openedBy', o.name, 'openedAt', d.opened_at, 'answer', d.answer,
                       'answeredBy', a.name, 'answeredAt', d.answered_at, 'outcome', d.outcome, 'decidedBy', b.name,
                       'decidedAt', d.decided_at) order by d.id), '[]')
                       from dispute d join person o on o.id = d.opened_by left join person a on a.id = d.answered_by
                       left join person b on b.id = d.decided_by where d.claim_id = c.id),
                   'verdicts', (select coalesce(json_agg(json_build_object('id', v.id, 'rating', v.rating,
                       'rationale', v.rationale, 'waived', v.waived, 'revision', v.revision, 'words', v.words,
                       'evidence', v.evidence, 'givenBy', g.name, 'givenAt', v.given_at, 'ended', v.ended,
                       'endedBy', n.name, 'endedAt', v.ended_at, 'finding', v.finding) order by v.id), '[]')
                       from verdict v join person g on g.id = v.given_by left join person n on n.id = v.ended_by
                       where v.claim_id = c.id))::text
              from claim c join person m on m.id = c.marked_by
             where c.id = any(?1)""";

    private final EntityManager database;
    private final ExhibitReading exhibits;
    private final ObjectMapper json;

    ClaimFiles(EntityManager database, ExhibitReading exhibits, ObjectMapper json) {
        this.database = database;
        this.exhibits = exhibits;
        this.json = json;
    }

    /** These claims by their ids; the content of their evidence is enclosed on the way. */
    Map<Long, ObjectNode> of(Long[] ids, Discretion discretion, Enclosing enclosing) throws IOException {
        List<Tuple> rows = Rows.of(database, SQL, (Object) ids);
        Map<Long, List<Exhibit>> evidence = exhibits.ofClaims(ids);
        enclosing.turnTo(evidence.values().stream().flatMap(List::stream).toList());
        Map<Long, ObjectNode> claims = new HashMap<>();
        for (Tuple row : rows) {
            ObjectNode file = (ObjectNode) json.readTree(Rows.text(row, 1));
            file.path("verdicts").forEach(verdict -> unsaid((ObjectNode) verdict, discretion));
            ArrayNode pieces = file.putArray("evidence");
            for (Exhibit piece : evidence.getOrDefault(row.get(0, Long.class), List.of())) {
                Sayable sayable = Sayable.of(piece);
                if (sayable != null) {
                    pieces.add(piece(piece, sayable).<ObjectNode>set("content", enclosing.of(piece, sayable)));
                }
            }
            discretion.strike(file);
            claims.put(row.get(0, Long.class), file);
        }
        return claims;
    }

    /** A verdict does not tell of a piece that may not be told of. */
    private void unsaid(ObjectNode verdict, Discretion discretion) {
        ArrayNode said = json.createArrayNode();
        for (JsonNode id : verdict.path("evidence")) {
            if (!discretion.silences(id.asLong())) {
                said.add(id);
            }
        }
        verdict.set("evidence", said);
    }

    private ObjectNode piece(Exhibit piece, Sayable sayable) {
        ObjectNode said = json.createObjectNode()
                .put("id", piece.id())
                .put("kind", piece.kind().name())
                .put("stance", piece.stance().name())
                .put("title", sayable.title())
                .put("note", sayable.note())
                .put("locator", sayable.locator())
                .put("source", sayable.from().source())
                .put("origin", sayable.from().origin())
                .put("withdrawnAt", piece.withdrawnAt() == null ? null : piece.withdrawnAt().toString());
        if (piece.interview()) {
            said.put("attribution", piece.attribution().name()).put("who", sayable.who());
            sayable.quotes().forEach(said.putArray("quotes")::add);
        }
        if (sayable.recording()) {
            said.put("rank", piece.rank().name())
                    .put("address", piece.address())
                    .put("citation", piece.citation())
                    .put("withdrawReason", piece.withdrawReason())
                    .put("sha256", piece.digest())
                    .put("size", piece.size());
            if (piece.calculation() != null) {
                said.putObject("calculation")
                        .put("formula", piece.calculation().formula())
                        .put("inputs", piece.calculation().inputs())
                        .put("result", piece.calculation().result())
                        .put("follows", piece.calculation().follows());
            }
            ArrayNode captures = said.putArray("captures");
            piece.captures()
                    .stream()
                    .filter(CaptureLine::kept)
                    .forEach(capture -> captures.addObject()
                            .put("id", capture.id())
                            .put("address", capture.finalAddress())
                            .put("finishedAt", capture.finishedAt().toString())
                            .put("sha256", capture.digest())
                            .put("warcSha256", capture.warcDigest())
                            .put("textSha256", capture.textDigest()));
            ArrayNode passages = said.putArray("passages");
            piece.passages().forEach(passage -> passages.add(passage(passage)));
        }
        return said;
    }

    /** Not called exact, prefix and suffix: these are words of the article everywhere else. */
    private ObjectNode passage(PassageLine passage) {
        return json.createObjectNode()
                .put("id", passage.id())
                .put("quote", passage.exact())
                .put("before", passage.prefix())
                .put("after", passage.suffix())
                .put("start", passage.start())
                .put("end", passage.end())
                .put("locator", passage.locator())
                .put("capture", passage.capture())
                .put("sha256", passage.content())
                .put("pickedBy", passage.pickedBy().name())
                .put("pickedAt", passage.pickedAt().toString());
    }
}
