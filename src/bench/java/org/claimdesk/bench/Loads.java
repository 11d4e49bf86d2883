package org.claimdesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import io.gatling.app.Gatling$;

/**
 * Gatling, kept running from block to block: a new one would spend on getting warm what the service is to have. Each line of
 * the input names a file of settings; beside it stands, when its visits are over, a file with the code they ended with.
 */
public final class Loads {

    private Loads() {}

    public static void main(String[] none) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            Path file = Path.of(order);
            Properties settings = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                settings.load(in);
            }
            settings.forEach((name, value) -> System.setProperty((String) name, (String) value));
            int code = Gatling$.MODULE$.fromArgs(
                    new String[]{"-s", Visits.class.getName(), "-rf", file.getParent().toString()});
            settings.forEach((name, value) -> System.clearProperty((String) name));
            Path ended = file.resolveSibling("code");
            Files.writeString(ended.resolveSibling("code.part"), Integer.toString(code));
            Files.move(ended.resolveSibling("code.part"), ended);
        }
    }
}
