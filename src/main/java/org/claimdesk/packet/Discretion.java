package org.claimdesk.packet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.SourceName;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Slip;
import org.claimdesk.sql.Rows;

/**
 * What the interviews of an article forbid to say anywhere in its packet. Of one that is sealed, or not on the record, no
 * text of an entry is disclosed; and no text at all that names the person, their organisation or the source.
 */
final class Discretion {

    private static final String BOUND = """
            select e.id, case when exists (select from erasure x join entry a on a.id = x.erased_id
                               where a.claim_id = c.id and a.act = 'ATTACH' and x.member = 'person'
                                 and cast(a.body as jsonb) #>> '{facts,evidence}' = cast(e.id as text))
                        then null else e.interviewee end, e.organisation, e.file_name, e.attribution, s.name as source, o.name as origin,
                   encode(e.digest, 'hex'), e.source_id, e.origin_id
              from evidence e join claim c on c.id = e.claim_id
              left join source s on s.id = e.source_id left join source o on o.id = e.origin_id
             where c.article_id = ?1 and e.kind = 'INTERVIEW' and (e.sealed or e.attribution <> 'ON_THE_RECORD')""";
    /** Words of a fixed list, and those of the article itself. */
    private static final Set<String> OPEN = Set.of("state", "risk", "type", "grounds", "outcome", "rating", "ended",
            "how",
            "kind", "stance", "rank", "attribution", "exact", "prefix", "suffix", "words");

    /** Says nothing, though a short name may stand in it by chance: somebody who checks the packet needs it. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Set<Long> bound = new HashSet<>();
    private final Set<Long> silent = new HashSet<>();
    private final Map<List<String>, Slip> people = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<Long> sourceIds = new HashSet<>();
    private final Set<String> recordings = new HashSet<>();

    private Discretion() {}

    static Discretion of(EntityManager database, long article) {
        Discretion discretion = new Discretion();
        Rows.of(database, BOUND, article).forEach(discretion::bind);
        return discretion;
    }

    private void bind(Tuple row) {
        bound.add(row.get(0, Long.class));
        if (Rows.constant(Attribution.class, row, 4) == Attribution.OFF_THE_RECORD) {
            silent.add(row.get(0, Long.class));
        }
        if (Rows.text(row, 1) != null) {
            String organisation = Rows.text(row, 2);
            people.computeIfAbsent(Arrays.asList(Rows.text(row, 1), organisation, Rows.text(row, 3)),
                    one -> Slip.of(new Identity(one.get(0), "", organisation == null ? "" : organisation), one.get(2)));
        }
        for (int name = 5; name <= 6; name++) {
            if (Rows.text(row, name) != null) {
                sources.add(plain(Rows.text(row, name)));
            }
        }
        recordings.add(Rows.text(row, 7));
        sourceIds.add(row.get(8, Long.class));
        sourceIds.add(row.get(9, Long.class));
        recordings.remove(null);
        sourceIds.remove(null);
    }

    /** Whether the texts of an entry about this piece stay in the house. */
    boolean binds(long evidence) {
        return bound.contains(evidence);
    }

    /** Whether not even its number may be said. */
    boolean silences(long evidence) {
        return silent.contains(evidence);
    }

    /** Whether its content stays in the house: a recording of theirs, from a source of theirs, or named for them. */
    boolean withholds(Exhibit piece) {
        return recordings.contains(piece.digest()) || of(piece.source()) || of(piece.origin())
                || Stream.of(piece.title(), piece.fileName(), piece.address()).anyMatch(this::names);
    }

    private boolean of(SourceName source) {
        return source != null && hides(source.id());
    }

    /** Whether this source may not be named. */
    boolean hides(long source) {
        return sourceIds.contains(source);
    }

    /** Whether it names somebody, or a source, that may not be named; null names nobody. */
    boolean names(String text) {
        if (text == null || people.isEmpty() && sources.isEmpty() || DIGEST.matcher(text).matches()) {
            return false;
        }
        String plain = plain(text);
        return Slip.any(people.values(), text) || sources.stream().anyMatch(plain::contains);
    }

    /** Puts null in place of every text that names them, at any depth. */
    void strike(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isTextual()) {
                    if (!OPEN.contains(member.getKey()) && names(member.getValue().asText())) {
                        member.setValue(object.nullNode());
                    }
                } else {
                    strike(member.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && names(array.get(i).asText())) {
                    array.setNull(i);
                } else {
                    strike(array.get(i));
                }
            }
        }
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
