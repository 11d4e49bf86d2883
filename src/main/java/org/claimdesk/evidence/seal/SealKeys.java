package org.claimdesk.evidence.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.crypto.tink.subtle.Hkdf;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that seals are wrapped with, from the configuration alone: the first of them wraps, all of them open. A key that
 * cannot be read stops the start; without any, nothing is sealed.
 */
@Named("seals")
@Unremovable
@Startup
@ApplicationScoped
public class SealKeys {

    static final int BYTES = 32;
    private static final String SETTING = "CLAIMDESK_SEAL_KEY";
    private static final Pattern LINE = Pattern.compile("(?:([A-Za-z0-9._-]{1,40}):)?([A-Za-z0-9+/]{43}=)");

    private final List<Key> keys;

    SealKeys(@ConfigProperty(name = "claimdesk.seal.key") Optional<String> typed,
            @ConfigProperty(name = "claimdesk.seal.key-file") Optional<Path> file) {
        if (typed.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(SETTING + " and " + SETTING + "_FILE are both set; set one");
        }
        keys = read(file.map(SealKeys::content).or(() -> typed).orElse(""));
    }

    /** A key by its name. It never shows itself. */
    record Key(String id, byte[] bytes) {

        /** A key for another use, from which this one cannot be found (HKDF, RFC 5869). */
        byte[] derived(String use) {
            try {
                return Hkdf.computeHkdf("HMACSHA256", bytes, new byte[0],
                        use.getBytes(StandardCharsets.UTF_8), BYTES);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java runtime has HMAC-SHA-256", impossible);
            }
        }

        @Override
        public String toString() {
            return "Key " + id;
        }
    }

    /** Whether anything can be sealed here. */
    public boolean possible() {
        return !keys.isEmpty();
    }

    /** @throws Problem unavailable where there is no key */
    public void require() {
        if (keys.isEmpty()) {
            throw Problem.unavailable("Nothing can be sealed here: no key is set up (" + SETTING
                    + "). Nothing was kept. Tell whoever runs Claimdesk.", null);
        }
    }

    /** The one that wraps. @throws Problem unavailable where there is none */
    Key newest() {
        require();
        return keys.get(0);
    }

    /** All, the newest first. */
    List<Key> all() {
        return keys;
    }

    /** @throws Problem unavailable where the configuration has no key of this name */
    Key named(String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unavailable(
                        "The key \"" + id + "\" of this seal is not set up here. Tell whoever runs Claimdesk.", null));
    }

    /**
     * @param lines keys as name:base64 of 32 bytes, divided by commas or lines; one without a name is called 1; what follows
     *              a # is no key
     * @throws IllegalArgumentException where one is none, or two have one name; never with the key
     */
    static List<Key> read(String lines) {
        List<Key> keys = new ArrayList<>();
        for (String line : lines.replaceAll("(?m)#.*$", "").split("[,\\s]+")) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher key = LINE.matcher(line);
            if (!key.matches()) {
                throw new IllegalArgumentException(SETTING + ": key " + (keys.size() + 1)
                        + " is not 32 bytes in base64, with or without a name before it (2026:…)");
            }
            String id = key.group(1) == null ? "1" : key.group(1);
            if (keys.stream().anyMatch(known -> known.id().equals(id))) {
                throw new IllegalArgumentException(SETTING + ": two keys are called " + id);
            }
            keys.add(new Key(id, Base64.getDecoder().decode(key.group(2))));
        }
        return List.copyOf(keys);
    }

    private static String content(Path file) {
        try {
            String content = Files.readString(file);
            if (read(content).isEmpty()) {
                throw new IllegalArgumentException(SETTING + "_FILE: there is no key in " + file);
            }
            return content;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SETTING + "_FILE cannot be read", unreadable);
        }
    }
}
