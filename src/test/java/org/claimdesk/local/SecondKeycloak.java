package org.claimdesk.local;

import java.nio.file.Path;

/** A Keycloak that comes and goes, on the database of another one. */
public final class SecondKeycloak implements AutoCloseable {

    private final LocalKeycloak.Setup setup;
    private final Children children;
    private LocalKeycloak running;

    private SecondKeycloak(LocalKeycloak.Setup setup, Children children) {
        this.setup = setup;
        this.children = children;
    }

    static SecondKeycloak start(LocalKeycloak.Setup setup, Path place) {
        SecondKeycloak keycloak = new SecondKeycloak(setup, new Children(place.resolve("run"), place.resolve("log")));
        keycloak.children.endLeftovers();
        keycloak.start();
        return keycloak;
    }

    public String address() {
        return LocalKeycloak.address(setup.port());
    }

    /** The password of its administrator, who is called admin. */
    public String adminPassword() {
        return setup.secrets().of("keycloak.admin");
    }

    /** Starts it and waits until it answers. */
    public void start() {
        running = LocalKeycloak.start(setup, children);
        running.await(children);
    }

    public void stop() {
        running.close();
    }

    @Override
    public void close() {
        stop();
    }
}
