package org.claimdesk.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims of CheckThat! 2020, task 2: verified ones with a title, and posts that repeat one of them.
 *
 * @param folder with verified_claims.docs.tsv and the parts train and dev
 */
record VerifiedClaims(Path folder) {

    /** A post and the id of the claim it repeats. */
    record Post(String text, long claim) {}

    boolean here() {
        return Files.isRegularFile(folder.resolve("verified_claims.docs.tsv"));
    }

    List<Post> posts(String part) {
        Map<String, Long> claims = new HashMap<>();
        for (String line : lines(part + "/tweet-vclaim-pairs.qrels")) {
            String[] pair = line.split("\\s+");
            claims.putIfAbsent(pair[0], Long.valueOf(pair[2]));
        }
        return rows(part + "/tweets.queries.tsv").stream()
                .map(row -> new Post(row[1], claims.get(row[0])))
                .toList();
    }

    /** Stores all of them as the service would. @param meaning null to leave out what they mean */
    void store(Connection unhindered, Meaning meaning) throws SQLException {
        try (PreparedStatement words = unhindered.prepareStatement("insert into claim_wording values (?, ?, ?)");
                PreparedStatement vectors = unhindered
                        .prepareStatement("insert into claim_vector values (?, ?, ?, ?)")) {
            for (String[] row : rows("verified_claims.docs.tsv")) {
                String wording = Wording.of(row[1]);
                String heading = Wording.of(row[2]);
                words.setLong(1, Long.parseLong(row[0]));
                words.setString(2, wording);
                words.setString(3, heading);
                words.addBatch();
                if (meaning != null) {
                    vectors.setLong(1, Long.parseLong(row[0]));
                    vectors.setString(2, Meaning.MODEL);
                    vectors.setBytes(3, meaning.of(wording));
                    vectors.setBytes(4, meaning.of(heading));
                    vectors.addBatch();
                }
            }
            words.executeBatch();
            vectors.executeBatch();
        }
        count(unhindered);
    }

    /** What the trigger would have counted. */
    static void count(Connection unhindered) throws SQLException {
        unhindered.createStatement()
                .execute("insert into word select word, ndoc from ts_stat('select words from claim_wording')");
        unhindered.createStatement().execute("insert into word select '', count(*) from claim_wording");
        unhindered.createStatement().execute("vacuum analyze claim_wording, claim_vector, word");
    }

    /** Rows without the heading one; fields in quotation marks have them doubled inside. */
    private List<String[]> rows(String file) {
        List<String[]> rows = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines(file)) {
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (open.chars().filter(c -> c == '"').count() % 2 == 0) {
                rows.add(fields(open.toString()));
                open.setLength(0);
            }
        }
        return rows.subList(1, rows.size());
    }

    private static String[] fields(String row) {
        String[] fields = row.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].length() > 1 && fields[i].startsWith("\"") && fields[i].endsWith("\"")) {
                fields[i] = fields[i].substring(1, fields[i].length() - 1).replace("\"\"", "\"");
            }
        }
        return fields;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
