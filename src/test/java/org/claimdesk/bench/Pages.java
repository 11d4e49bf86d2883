package org.claimdesk.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.claimdesk.bench.Recording.Transaction;

/** What is read: pages of somebody who is signed in, anywhere in the archive, and the same questions for the floor. */
final class Pages {

    static final List<String> NAMES = List.of("my desk", "galley", "claim page", "search");
    private static final int SHORT = 4;
    /** What is longer and says nothing all the same. */
    private static final Set<String> PASSED_OVER = Set.of("which", "would", "their", "there", "about", "after",
            "before",
            "against");
    /** How many words: one or two of three times in five, seldom more than three (Jansen, Spink and Saracevic 2000, of web searches). */
    private static final int[] TYPED = {1, 1, 1, 2, 2, 2, 3, 3, 4, 4};
    private static final String WORDS = "select c.exact from unnest(?) with ordinality a (id, place) join claim c on c.id = a.id order by a.place";
    private static final int VISITED = 2_000;
    private static final int RECORDED = 24;

    private final Connection database;
    private final Desk desk;
    private final String cookies;
    private final int claims;
    private final Random random = new Random(11);

    Pages(Connection database, Desk desk, String cookies, int claims) {
        this.database = database;
        this.desk = desk;
        this.cookies = cookies;
        this.claims = claims;
    }

    /** @param wanted says of which ones, by name */
    List<Work> some(Recording recording, Predicate<String> wanted) throws SQLException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("my desk", List.of("/desk"));
        all.put("galley", some("/articles/", archived()));
        all.put("claim page", some("/claims/", archived() * Story.CLAIMS));
        all.put("search", searches());
        return all.entrySet()
                .stream()
                .filter(page -> wanted.test(page.getKey()))
                .map(page -> page(page.getKey(), page.getValue(), recording))
                .toList();
    }

    private Work page(String name, List<String> paths, Recording recording) {
        List<Floor.Target> floor = new ArrayList<>();
        for (int i = 0; i < RECORDED; i++) {
            String path = paths.get(i % paths.size());
            List<Transaction> recorded = recording.twice(() -> desk.page(cookies, path));
            floor.add(new Floor.Target(List.of(Recipe.fixed(recorded)), 0));
        }
        List<String> visited = new ArrayList<>(paths);
        while (visited.size() < RECORDED) {
            visited.addAll(paths);
        }
        return new Work(name, Map.of("work", "page"), () -> visited, floor, false);
    }

    /** What is open or acted on is left out: pages of it have other things to ask. @return how many articles are left */
    private int archived() {
        return claims / Story.CLAIMS - Archive.BENCH - Archive.OPEN;
    }

    /** Words of a claim each: who searches looks for what they remember. */
    private List<String> searches() throws SQLException {
        Long[] ids = IntStream.range(0, VISITED)
                .mapToObj(i -> 1L + random.nextInt(archived() * Story.CLAIMS))
                .toArray(Long[]::new);
        List<String> searches = new ArrayList<>();
        try (PreparedStatement asked = database.prepareStatement(WORDS)) {
            asked.setArray(1, database.createArrayOf("bigint", ids));
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    searches.add("/search?q=" + URLEncoder.encode(some(rows.getString(1)), StandardCharsets.UTF_8));
                }
            }
        }
        return searches;
    }

    /** So many of its words as people type, of those that a search does not pass over. */
    private String some(String claim) {
        List<String> words = new ArrayList<>(Stream.of(claim.split("[^\\p{L}]+"))
                .filter(word -> word.length() > SHORT && !PASSED_OVER.contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList());
        Collections.shuffle(words, random);
        return String.join(" ", words.subList(0, Math.min(words.size(), TYPED[random.nextInt(TYPED.length)])));
    }

    private List<String> some(String path, int of) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < VISITED; i++) {
            some.add(path + (1 + random.nextInt(of)));
        }
        return some;
    }
}
