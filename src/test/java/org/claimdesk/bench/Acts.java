package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.claimdesk.bench.Recording.Transaction;

/** What changes something: the claims it is done on, and the same acts as they were recorded, for the floor. */
final class Acts {

    static final String CHANGE = "state change";
    static final String MISSING = "{\"missing\":\"The page number of the second reference.\"}";
    static final String PIECE = "{\"kind\":\"REFERENCE\",\"stance\":\"SUPPORTS\",\"title\":\"Log of the harbor\",\"locator\":\"page 3\","
            + "\"citation\":\"Harbor log of the night, as the office keeps it\",\"rank\":\"SECONDARY\","
            + "\"source\":\"Office of the harbor\"}";
    /** Each connection has four claims by turns. */
    private static final int FLOOR = 32;
    /** Who wait longer, where an instance has little of a processor. */
    private static final String MANY = "16";
    private static final int ATTEMPTS = 6;
    private static final String CLAIMS = """
            select id, version from claim where article_id > %d and article_id <= %d and state = 'ASSIGNED' order by id""";

    private final Connection superuser;
    private final Desk desk;
    private final int articles;

    Acts(Connection superuser, Desk desk, int claims) {
        this.superuser = superuser;
        this.desk = desk;
        this.articles = claims / Story.CLAIMS;
    }

    /** A claim and its version. */
    private record Claim(long id, int version) {}

    /** What somebody does with a claim. */
    private record Act(String who, String name, String body) {}

    /** One act as it was recorded. */
    private record Recorded(List<Transaction> asked, Recipe.Known known) {
        private List<List<String>> shape() {
            return Recording.shape(asked);
        }
    }

    /** Submitting and returning, by turns. */
    Work changes(Recording recording) throws SQLException {
        return work(CHANGE, "change", 0, recording,
                List.of(new Act("mina", "submit", "{}"), new Act("wanda", "return", MISSING)));
    }

    /** The same, where nobody measures against it. */
    Work unrecorded() {
        return new Work(CHANGE, Map.of("work", "change", "visitors", MANY), () -> rest(0), List.of(), false);
    }

    /** One more piece of evidence. */
    Work attaching(Recording recording) throws SQLException {
        return work("evidence attached", "attach", 1, recording, List.of(new Act("mina", "evidence", PIECE)));
    }

    private Work work(String name, String visits, int half, Recording recording, List<Act> acts)
            throws SQLException {
        List<Floor.Target> floor = new ArrayList<>();
        for (Claim claim : part(half)) {
            floor.add(target(claim, recording, acts));
        }
        return new Work(name, Map.of("work", visits), () -> rest(half), floor, false);
    }

    /** The acts again and again until they are the same twice: what is new the first time is not asked of every one. */
    private Floor.Target target(Claim claim, Recording recording, List<Act> acts) throws SQLException {
        List<Recorded> before = List.of();
        int version = claim.version();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Recorded> now = new ArrayList<>();
            for (Act act : acts) {
                int at = version++;
                List<Transaction> asked = recording.of(claim.id(),
                        () -> desk.act(act.who(), claim.id(), at, act.name(), act.body()));
                now.add(new Recorded(asked, known(at, asked)));
            }
            if (shapes(now).equals(shapes(before))) {
                List<Recipe> recipes = new ArrayList<>();
                for (int i = 0; i < acts.size(); i++) {
                    recipes.add(Recipe.of(before.get(i).asked(), before.get(i).known(), now.get(i).asked(),
                            now.get(i).known()));
                }
                return new Floor.Target(recipes, version);
            }
            before = now;
        }
        throw new IllegalStateException("never the same twice: " + shapes(before));
    }

    private static List<List<List<String>>> shapes(List<Recorded> recorded) {
        return recorded.stream().map(Recorded::shape).toList();
    }

    private List<Claim> part(int half) throws SQLException {
        List<Claim> all = claims();
        int from = half * all.size() / 2;
        return all.subList(from, from + Math.min(FLOOR, all.size() / 4));
    }

    private List<String> rest(int half) {
        try {
            List<Claim> all = claims();
            int from = half * all.size() / 2;
            return all.subList(from + Math.min(FLOOR, all.size() / 4), from + all.size() / 2)
                    .stream()
                    .map(claim -> claim.id() + "\t" + claim.version())
                    .toList();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Claim> claims() throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(CLAIMS.formatted(articles - Archive.BENCH, articles))) {
            while (rows.next()) {
                claims.add(new Claim(rows.getLong(1), rows.getInt(2)));
            }
        }
        return claims;
    }

    private Recipe.Known known(int version, List<Transaction> recorded) throws SQLException {
        return Recipe.Known.after(superuser, version, recorded);
    }
}
