package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.claimdesk.bench.Recording.Transaction;

/** What changes something: the claims it is done on, and the same acts as they were recorded, for the floor. */
final class Acts {

    static final String CHANGE = "state change";
    static final String MISSING = "{\"missing\":\"The page number of the second reference.\"}";
    static final String PIECE = "{\"kind\":\"REFERENCE\",\"stance\":\"SUPPORTS\",\"title\":\"Log of the harbor\",\"locator\":\"page 3\","
            + "\"citation\":\"Harbor log of the night, as the office keeps it\",\"rank\":\"SECONDARY\","
            + "\"source\":\"Office of the harbor\"}";
    /** One in so many claims is for the floor. Acts leave something on a claim, so that both have to have many. */
    private static final int ONE_IN = 4;
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

    /** Claims of one kind of act. */
    private record Shared(List<Claim> floor, Set<Long> service) {}

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
    Work unrecorded() throws SQLException {
        Set<Long> service = shared(0).service();
        return new Work(CHANGE, Map.of("work", "change", "visitors", MANY), () -> rest(service), List.of(), false);
    }

    /** One more piece of evidence. */
    Work attaching(Recording recording) throws SQLException {
        return work("evidence attached", "attach", 1, recording, List.of(new Act("mina", "evidence", PIECE)));
    }

    private Work work(String name, String visits, int half, Recording recording, List<Act> acts)
            throws SQLException {
        Shared shared = shared(half);
        List<Floor.Target> floor = new ArrayList<>();
        for (Claim claim : shared.floor()) {
            floor.add(target(claim, recording, acts));
        }
        return new Work(name, Map.of("work", visits), () -> rest(shared.service()), floor, false);
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

    /** Half of the claims, dealt by how much was done on each in earlier runs. */
    private Shared shared(int half) throws SQLException {
        List<Claim> all = claims();
        List<Claim> dealt = all.subList(half * all.size() / 2, (half + 1) * all.size() / 2)
                .stream()
                .sorted(Comparator.comparingInt(Claim::version))
                .toList();
        List<Claim> floor = new ArrayList<>();
        Set<Long> service = new HashSet<>();
        for (int i = 0; i < dealt.size(); i++) {
            if (i % ONE_IN == 0) {
                floor.add(dealt.get(i));
            } else {
                service.add(dealt.get(i).id());
            }
        }
        return new Shared(floor, service);
    }

    /** They and their versions now. */
    private List<String> rest(Set<Long> ids) {
        try {
            return claims().stream()
                    .filter(claim -> ids.contains(claim.id()))
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
