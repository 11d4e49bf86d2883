package org.claimdesk.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;

/** The rule of sources of each desk, by configuration. A rule that cannot be read stops the start. */
@ApplicationScoped
@Startup
class Rules {

    @ConfigMapping(prefix = "claimdesk.rule")
    interface Settings {

        /** First-hand origins. */
        int primary();

        /** Independent origins. */
        int independent();

        /** Desks with a rule of their own, each as /desks/NAME=PRIMARY/INDEPENDENT. */
        Optional<List<String>> desks();
    }

    private final Rule usual;
    private final Map<String, Rule> own;

    Rules(Settings settings) {
        usual = new Rule(settings.primary(), settings.independent());
        own = read(settings.desks().orElse(List.of()));
    }

    Rule of(String desk) {
        return own.getOrDefault(desk, usual);
    }

    /** @throws IllegalArgumentException where one is no such line */
    static Map<String, Rule> read(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .collect(Collectors.toUnmodifiableMap(line -> line.substring(0, Math.max(0, line.lastIndexOf('='))),
                        Rules::rule));
    }

    private static Rule rule(String line) {
        if (!line.matches("/desks/[^=]+=[0-9]{1,2}/[0-9]{1,2}")) {
            throw new IllegalArgumentException(
                    "CLAIMDESK_RULE_DESKS: \"" + line + "\" is not like /desks/courts=1/3");
        }
        String[] numbers = line.substring(line.lastIndexOf('=') + 1).split("/");
        return new Rule(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
}
