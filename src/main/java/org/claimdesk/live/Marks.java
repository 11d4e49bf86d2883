package org.claimdesk.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.live.Watched.Kind;
import org.claimdesk.sql.Rows;

/**
 * A number for what a page shows, that grows with every act on it and else stays. Two pages with one mark show the same; a
 * page reads its mark before what it shows, so that it is never newer than that.
 */
@ApplicationScoped
public class Marks {

    private static final String CLAIMS = "select id, version from claim where id = any(?1)";
    /** Counted: the highest id would pass over an act that began earlier and was committed later. */
    private static final String ARTICLES = "select a.id, (select count(*) from entry e where e.article_id = a.id)"
            + " from article a where a.id = any(?1)";
    private static final String LEDGER = "select cast(0 as bigint), coalesce(max(idx) + 1, 0) from leaf";

    private final EntityManager database;

    Marks(EntityManager database) {
        this.database = database;
    }

    public long ofDesk() {
        return asked(LEDGER).get(0L);
    }

    /** 0 where there is no such article. */
    public long ofArticle(long id) {
        return asked(ARTICLES, (Object) new Long[]{id}).getOrDefault(id, 0L);
    }

    /** Three statements at most, in a transaction of their own; what is not there has none. */
    Map<Watched, Long> of(Collection<Watched> watched) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<Watched, Long> marks = new HashMap<>();
            add(marks, Kind.DESK, watched.contains(Watched.DESK) ? asked(LEDGER) : Map.of());
            add(marks, Kind.CLAIM, some(watched, Kind.CLAIM, CLAIMS));
            add(marks, Kind.ARTICLE, some(watched, Kind.ARTICLE, ARTICLES));
            return marks;
        });
    }

    private static void add(Map<Watched, Long> marks, Kind kind, Map<Long, Long> numbers) {
        numbers.forEach((id, mark) -> marks.put(new Watched(kind, id), mark));
    }

    private Map<Long, Long> some(Collection<Watched> watched, Kind kind, String sql) {
        Long[] ids = watched.stream().filter(one -> one.kind() == kind).map(Watched::id).toArray(Long[]::new);
        return ids.length == 0 ? Map.of() : asked(sql, (Object) ids);
    }

    private Map<Long, Long> asked(String sql, Object... parameters) {
        List<Tuple> rows = Rows.of(database, sql, parameters);
        Map<Long, Long> numbers = new HashMap<>();
        rows.forEach(row -> numbers.put(row.get(0, Number.class).longValue(), row.get(1, Number.class).longValue()));
        return numbers;
    }
}
