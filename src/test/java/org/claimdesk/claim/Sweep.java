package org.claimdesk.claim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for words wherever they could have been left, in every shape that a program gives them: as they are, whatever the
 * capitals, in UTF-16, in hexadecimal, in base64 at every offset, escaped for an address or for JSON, and as a bare digest.
 */
public final class Sweep {

    private final List<String> shapes = new ArrayList<>();

    private Sweep(String... words) {
        for (String word : words) {
            shapes.add(word);
            shapes.add(new String(word.getBytes(UTF_8), ISO_8859_1));
            shapes.add(new String(word.getBytes(UTF_16LE), ISO_8859_1));
            shapes.add(word.replace(' ', '+'));
            shapes.add(word.replace(" ", "%20"));
            shapes.add(HexFormat.of().formatHex(word.getBytes(UTF_8)));
            shapes.add(HexFormat.of().formatHex(word.toLowerCase(Locale.ROOT).getBytes(UTF_8)));
            for (String digested : List.of(word, word.toLowerCase(Locale.ROOT))) {
                byte[] digest = sha256(digested);
                shapes.add(HexFormat.of().formatHex(digest));
                shapes.add(Base64.getEncoder().encodeToString(digest));
                shapes.add(new String(digest, ISO_8859_1));
            }
            for (int offset = 0; offset < 3; offset++) {
                shapes.add(inBase64(word, offset));
            }
        }
        shapes.replaceAll(shape -> shape.toLowerCase(Locale.ROOT));
    }

    public static Sweep of(String... words) {
        return new Sweep(words);
    }

    /** The letters of base64 that are the same whatever stands before and behind. */
    private static String inBase64(String word, int offset) {
        byte[] bytes = word.getBytes(UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return all.substring(offset == 0 ? 0 : offset + 1, shifted.length / 3 * 4);
    }

    /** Whether any of it stands there. */
    public boolean in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return shapes.stream().anyMatch(small::contains);
    }

    private boolean in(byte[] bytes) {
        return in(new String(bytes, ISO_8859_1));
    }

    /** The tables in which it stands, every column of every row as text. */
    public Set<String> tables(Map<String, String> environment) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement
                    .executeQuery("select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                            + " from information_schema.tables where table_type = 'BASE TABLE'"
                            + " and table_schema not in ('pg_catalog', 'information_schema')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        if (in(rows.getString(1))) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The files in which it stands, in and under a directory; of what comes and goes meanwhile, what is there. */
    public Set<Path> files(Path directory) throws IOException {
        Set<Path> found = new TreeSet<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile).filter(this::inFile).forEach(found::add);
        } catch (UncheckedIOException gone) {
            if (!(gone.getCause() instanceof NoSuchFileException)) {
                throw gone;
            }
        }
        return found;
    }

    private boolean inFile(Path file) {
        if (in(file.getFileName().toString())) {
            return true;
        }
        try {
            return in(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
