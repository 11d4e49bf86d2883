package org.claimdesk.evidence;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What the terms of an interview mean in this newsroom, in its own words, by configuration. */
@Named("terms")
@Unremovable
@Startup
@ApplicationScoped
public class Terms {

    @ConfigMapping(prefix = "claimdesk.attribution")
    interface Settings {

        String onTheRecord();

        String background();

        String deepBackground();

        String offTheRecord();
    }

    private final Settings settings;

    Terms(Settings settings) {
        this.settings = settings;
    }

    /** In a sentence or two. */
    public String of(Attribution terms) {
        return switch (terms) {
            case ON_THE_RECORD -> settings.onTheRecord();
            case BACKGROUND -> settings.background();
            case DEEP_BACKGROUND -> settings.deepBackground();
            case OFF_THE_RECORD -> settings.offTheRecord();
        };
    }
}
