package org.claimdesk.standards.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.enterprise.context.ApplicationScoped;

/** The systems that are told of gates, releases and publications, by configuration. One that cannot be read stops the start. */
@ApplicationScoped
@Startup
public class Hooks {

    /** One for each name; in the environment CLAIMDESK_WEBHOOKS__NAME__URL and …__SECRET. */
    @ConfigMapping(prefix = "claimdesk.webhooks")
    public interface Settings {

        @WithParentName
        Map<String, Receiver> all();

        /** One system. */
        interface Receiver {

            String url();

            /** One, or the new and the old one. */
            List<String> secret();
        }
    }

    private final List<Hook> all;

    Hooks(Settings settings) {
        all = settings.all()
                .entrySet()
                .stream()
                .map(set -> Hook.of(set.getKey(), set.getValue().url(), set.getValue().secret()))
                .toList();
    }

    /** Whether nobody is to be told. */
    public boolean none() {
        return all.isEmpty();
    }

    List<String> names() {
        return all.stream().map(Hook::name).toList();
    }

    Optional<Hook> named(String name) {
        return all.stream().filter(hook -> hook.name().equals(name)).findFirst();
    }
}
