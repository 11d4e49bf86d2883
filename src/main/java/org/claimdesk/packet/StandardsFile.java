package org.claimdesk.packet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import org.claimdesk.sql.Rows;

/** What was said about the article as a whole, as a packet has it: waivers, releases, publications, corrections, replies. */
final class StandardsFile {

    static final String NAME = "standards.json";

    /** Each row names its entry by its index, and is named by no other. */
    private static final String SQL = """
            select json_build_object(
              'waivers', (select coalesce(json_agg(json_build_object('index', l.idx, 'waiver', w.id, 'kind', w.kind, 'claim', w.claim_id,
                  'sentence', w.sentence, 'evidence', w.evidence_id, 'reply', w.reply_id, 'stood', w.stood, 'reason', w.reason,
                  'by', p.name, 'at', w.waived_at, 'expires', w.expires_at) order by w.id), '[]')
                  from waiver w join leaf l on l.entry_id = w.entry_id join person p on p.id = w.waived_by where w.article_id = ?1),
              'withdrawals', (select coalesce(json_agg(json_build_object('index', l.idx, 'waiver', w.id, 'reason', w.withdraw_reason,
                  'by', p.name, 'at', w.withdrawn_at) order by w.id), '[]')
                  from waiver w join leaf l on l.entry_id = w.withdrawn_entry join person p on p.id = w.withdrawn_by where w.article_id = ?1),
              'contexts', (select coalesce(json_agg(json_build_object('index', l.idx, 'claim', g.claim_id, 'verdict', g.verdict_id,
                  'revision', g.revision, 'exact', g.exact, 'start', g.start_at, 'end', g.end_at, 'by', p.name, 'at', g.given_at)
                  order by g.id), '[]')
                  from context_given g join leaf l on l.entry_id = g.entry_id join person p on p.id = g.given_by where g.article_id = ?1),
              'releases', (select coalesce(json_agg(json_build_object('index', l.idx, 'revision', r.revision,
                  'sha256', encode(r.digest, 'hex'), 'claims', encode(r.claims, 'hex'), 'waivers', r.waivers, 'by', p.name,
                  'role', r.role, 'at', r.released_at) order by r.id), '[]')
                  from release r join leaf l on l.entry_id = r.entry_id join person p on p.id = r.released_by where r.article_id = ?1),
              'publications', (select coalesce(json_agg(json_build_object('index', l.idx, 'release', u.release_id,
                  'revision', u.revision, 'address', u.address, 'published', u.published_at, 'by', p.name, 'role', u.role,
                  'at', u.marked_at) order by u.id), '[]')
                  from publication u join leaf l on l.entry_id = u.entry_id join person p on p.id = u.marked_by where u.article_id = ?1),
              'corrections', (select coalesce(json_agg(json_build_object('index', l.idx, 'correction', k.id, 'case', k.case_id,
                  'claim', c.claim_id, 'follows', k.follows, 'kind', k.kind, 'text', k.text, 'dated', k.dated, 'placed', k.placed,
                  'placedAt', k.placed_at, 'headline', k.headline, 'address', k.address, 'by', p.name, 'at', k.issued_at) order by k.id), '[]')
                  from correction k join correction_case c on c.id = k.case_id join leaf l on l.entry_id = k.entry_id
                  join person p on p.id = k.issued_by where k.article_id = ?1),
              'noCorrections', (select coalesce(json_agg(json_build_object('index', l.idx, 'case', c.id, 'claim', c.claim_id,
                  'reason', c.reason, 'by', p.name, 'at', c.decided_at) order by c.id), '[]')
                  from correction_case c join leaf l on l.entry_id = c.decided_entry join person p on p.id = c.decided_by
                  where c.article_id = ?1 and c.outcome = 'NONE'),
              'requests', (select coalesce(json_agg(json_build_object('index', l.idx, 'request', q.id, 'claims', q.claims,
                  'person', q.person, 'organisation', q.organisation, 'questions', q.questions, 'channel', q.channel,
                  'asked', q.asked_at, 'due', q.due_at, 'by', p.name, 'at', q.recorded_at) order by q.id), '[]')
                  from reply_request q join leaf l on l.entry_id = q.entry_id join person p on p.id = q.recorded_by where q.article_id = ?1),
              'replies', (select coalesce(json_agg(json_build_object('index', l.idx, 'request', a.request_id, 'answer', a.id,
                  'outcome', a.outcome, 'text', a.text, 'came', a.came_at, 'by', p.name, 'at', a.recorded_at) order by a.id), '[]')
                  from reply_answer a join reply_request q on q.id = a.request_id join leaf l on l.entry_id = a.entry_id
                  join person p on p.id = a.recorded_by where q.article_id = ?1),
              'places', (select coalesce(json_agg(json_build_object('index', l.idx, 'answer', s.answer_id, 'revision', s.revision,
                  'exact', s.exact, 'start', s.start_at, 'end', s.end_at, 'by', p.name, 'at', s.recorded_at) order by s.id), '[]')
                  from reply_place s join leaf l on l.entry_id = s.entry_id join person p on p.id = s.recorded_by where s.article_id = ?1)
            )::text""";

    private StandardsFile() {}

    static ObjectNode of(EntityManager database, ObjectMapper json, long article, Discretion discretion)
            throws IOException {
        ObjectNode file = (ObjectNode) json.readTree(Rows.text(Rows.of(database, SQL, article).get(0), 0));
        discretion.strike(file);
        return file;
    }

    /** What a reader is told of it on the first page, a line each. */
    static List<String> lines(JsonNode file) {
        List<String> lines = new ArrayList<>();
        for (JsonNode release : file.path("releases")) {
            lines.add("Revision " + release.path("revision").asText() + " released" + byAndWhen(release));
        }
        for (JsonNode waiver : file.path("waivers")) {
            lines.add("Waived: " + waiver.path("kind").asText() + of(waiver) + byAndWhen(waiver) + ", until "
                    + day(waiver, "expires") + ": " + told(waiver, "reason"));
        }
        for (JsonNode withdrawal : file.path("withdrawals")) {
            lines.add("Waiver " + withdrawal.path("waiver").asText() + " withdrawn" + byAndWhen(withdrawal) + ": "
                    + told(withdrawal, "reason"));
        }
        for (JsonNode publication : file.path("publications")) {
            lines.add("Revision " + publication.path("revision").asText() + " published "
                    + day(publication, "published") + " at " + told(publication, "address"));
        }
        for (JsonNode correction : file.path("corrections")) {
            lines.add(
                    "Corrected (" + correction.path("kind").asText() + ", " + correction.path("dated").asText() + "): "
                            + told(correction, "text"));
        }
        return lines;
    }

    private static String of(JsonNode waiver) {
        for (String what : List.of("claim", "sentence", "reply")) {
            if (waiver.path(what).isIntegralNumber()) {
                return " of " + what + " " + waiver.path(what).asText();
            }
        }
        return "";
    }

    private static String byAndWhen(JsonNode row) {
        return (row.path("by").isNull() ? "" : " by " + row.path("by").asText()) + ", " + day(row, "at");
    }

    private static String day(JsonNode row, String field) {
        return row.path(field).asText().substring(0, "2026-11-30".length());
    }

    private static String told(JsonNode row, String field) {
        return row.path(field).isNull() ? "(held back)" : row.path(field).asText();
    }
}
