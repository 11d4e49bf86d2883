package org.claimdesk.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.claimdesk.bench.Recording.Transaction;

/** What is read: pages of somebody who is signed in, anywhere in the archive, and the same questions for the floor. */
final class Pages {

    static final List<String> NAMES = List.of("my desk", "galley", "claim page", "search");
    private static final int LOOKED_THROUGH = 12;
    private static final int SHORT = 4;
    /** What is longer and says nothing all the same. */
    private static final Set<String> PASSED_OVER = Set.of("which", "would", "their", "there", "about", "after",
            "before",
            "against");
    private static final int VISITED = 2_000;
    private static final int RECORDED = 24;

    private final Desk desk;
    private final String cookies;
    private final int claims;
    private final Random random = new Random(11);

    Pages(Desk desk, String cookies, int claims) {
        this.desk = desk;
        this.cookies = cookies;
        this.claims = claims;
    }

    /** @param wanted says of which ones, by name */
    List<Work> some(Recording recording, Predicate<String> wanted) {
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

    /** Two words each, as frequent in what is asked as in what was written. */
    private List<String> searches() {
        Words words = new Words(new SplittableRandom(5));
        return IntStream.range(0, VISITED)
                .mapToObj(i -> "/search?q=" + URLEncoder.encode(asked(words), StandardCharsets.UTF_8))
                .toList();
    }

    /** Two words that a search takes; it passes over the short and common ones. */
    private static String asked(Words words) {
        List<String> two = new ArrayList<>();
        while (two.size() < 2) {
            Stream.of(words.phrase(LOOKED_THROUGH).split(" "))
                    .filter(word -> word.length() > SHORT && !PASSED_OVER.contains(word.toLowerCase(Locale.ROOT)))
                    .limit(2 - two.size())
                    .forEach(two::add);
        }
        return String.join(" ", two);
    }

    private List<String> some(String path, int of) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < VISITED; i++) {
            some.add(path + (1 + random.nextInt(of)));
        }
        return some;
    }
}
