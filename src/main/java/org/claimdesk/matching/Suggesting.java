package org.claimdesk.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.problem.Problem;

/** Suggests earlier claims that may be the same. A person decides whether they are. */
@ApplicationScoped
@Transactional
public class Suggesting {

    /** So many are suggested at most. */
    static final int MOST = 5;
    /** What is longer is cut, in characters: as long as the longest claim. */
    private static final int LONGEST = 2_000;

    private final DataSource source;
    private final Understanding understanding;
    private final ClaimReading claims;
    private final SameClaims same;

    Suggesting(DataSource source, Understanding understanding, ClaimReading claims, SameClaims same) {
        this.source = source;
        this.understanding = understanding;
        this.claims = claims;
        this.same = same;
    }

    /**
     * Claims like this one, the likest first, at most five: not dropped, and neither linked to it nor refused.
     *
     * @throws Problem absent
     */
    public List<ClaimLine> like(long claim) {
        return like(claims.line(claim));
    }

    List<ClaimLine> like(ClaimLine claim) {
        return like(claim.exact(), same.answered(claim.id()).toArray(Long[]::new));
    }

    /** Claims like these words, which are no claim yet. */
    public List<ClaimLine> like(String words) {
        return like(words, 0L);
    }

    private List<ClaimLine> like(String words, Long... without) {
        List<Long> ids;
        try (Connection connection = source.getConnection()) {
            ids = new Ranking(connection, understanding.meaning())
                    .like(words.substring(0, Math.min(words.length(), LONGEST)), MOST, without)
                    .stream()
                    .map(Ranking.Ranked::id)
                    .toList();
        } catch (SQLException failed) {
            throw Problem.unavailable("Earlier claims cannot be looked for now.", failed);
        }
        Map<Long, ClaimLine> lines = claims.lines(" where c.id = any(?1)", (Object) ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }
}
