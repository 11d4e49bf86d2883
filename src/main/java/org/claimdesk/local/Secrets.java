package org.claimdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Secrets made up on this machine at the first start and kept in a file that only its owner reads. */
final class Secrets {

    private static final int BYTES = 24;
    private static final int KEY = 32;

    private final Path file;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                secrets.kept.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return secrets;
    }

    /** The secret of this name, made up where there is none yet. */
    String of(String name) {
        return of(name, BYTES);
    }

    /** The same of a length, in bytes; it is written as two hexadecimal digits for each. */
    String of(String name, int length) {
        String secret = kept.getProperty(name);
        if (secret == null) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            secret = HexFormat.of().formatHex(bytes);
            kept.setProperty(name, secret);
            write();
        }
        return secret;
    }

    /** A key of 32 bytes, in base64, made up where there is none yet. */
    String keyOf(String name) {
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOf(HexFormat.of().parseHex(of(name + ".1") + of(name + ".2")), KEY));
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(next,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newOutputStream(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                kept.store(out, "Made up on this machine; of no use elsewhere.");
            }
            Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
