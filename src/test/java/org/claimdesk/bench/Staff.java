package org.claimdesk.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Who did the work of ten years: the people of the demo, and hundreds who have left since. */
final class Staff {

    private static final int REPORTERS = 200;
    private static final int REVIEWERS = 60;
    private static final int EDITORS = 20;
    private static final int AUTHORS = 120;

    /** Somebody who is, or was, in the newsroom. */
    record Member(UUID id, String username, String name) {}

    final List<Member> reporters = new ArrayList<>();
    final List<Member> reviewers = new ArrayList<>();
    final List<Member> editors = new ArrayList<>();
    final List<Member> authors = new ArrayList<>();
    private final Map<String, UUID> known;
    private final SplittableRandom random;

    /** @param known the people of the demo, by what they sign in as */
    Staff(Map<String, UUID> known, SplittableRandom random) {
        this.known = known;
        this.random = random;
        add(reporters, "reporter", REPORTERS, List.of("rafael", "mina"));
        add(reviewers, "reviewer", REVIEWERS, List.of("viktor", "wanda"));
        add(editors, "editor", EDITORS, List.of("edith"));
        add(authors, "author", AUTHORS, List.of());
    }

    private void add(List<Member> members, String role, int number, List<String> demo) {
        demo.forEach(name -> members.add(new Member(known.get(name), name, name)));
        for (int i = 0; i < number; i++) {
            String username = role + i;
            members.add(new Member(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)), username,
                    Words.name(i + role.length() * 1_000)));
        }
    }

    UUID of(String username) {
        return known.get(username);
    }

    UUID any(List<Member> members) {
        return members.get(random.nextInt(members.size())).id();
    }

    void write(Copying tables, Instant seen) {
        for (List<Member> members : List.of(reporters, reviewers, editors, authors)) {
            members.forEach(member -> tables.row("person (id, username, name, seen_at)", member.id(),
                    member.username(), member.name(), seen));
        }
    }
}
