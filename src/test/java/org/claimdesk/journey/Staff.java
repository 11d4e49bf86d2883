package org.claimdesk.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser.NewContextOptions;

/** The people of one test, each with a browser of their own. */
final class Staff {

    private static final Path PICTURES = Path.of("target", "pictures");

    private final Newsroom newsroom;
    private Chromium chromium;
    private final List<Colleague> colleagues = new ArrayList<>();

    Staff(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Somebody who is signed in already and looks at their desk. */
    Colleague signedIn(String username) {
        return signedIn(username, options -> {});
    }

    Colleague signedIn(String username, Consumer<NewContextOptions> browser) {
        if (!newsroom.sessions().containsKey(username)) {
            Colleague first = stranger();
            first.signsIn(username);
            newsroom.sessions().put(username, first.session());
        }
        return stranger(browser.andThen(options -> options.setStorageState(newsroom.sessions().get(username))))
                .opens("/desk");
    }

    /** Somebody who has not signed in yet. */
    Colleague stranger() {
        return stranger(options -> {});
    }

    Colleague stranger(Consumer<NewContextOptions> browser) {
        return at(newsroom.service().address(), browser);
    }

    /** Somebody who has not signed in yet, at another instance of the service. */
    Colleague at(String address, Consumer<NewContextOptions> browser) {
        NewContextOptions options = new NewContextOptions().setBaseURL(address).setViewportSize(1280, 900);
        browser.accept(options);
        if (chromium == null) {
            chromium = newsroom.lends();
        }
        Colleague colleague = new Colleague(chromium.browser().newContext(options));
        colleagues.add(colleague);
        return colleague;
    }

    /** @param failure why the test has failed, or null */
    void goHome(String test, Throwable failure) {
        List<String> troubles = new ArrayList<>();
        try {
            for (Colleague colleague : colleagues) {
                if (failure != null) {
                    colleague.pictures(PICTURES,
                            test.replaceAll("[^\\w-]+", "_") + "-" + colleagues.indexOf(colleague));
                }
                troubles.addAll(colleague.troubles());
                colleague.close();
            }
        } finally {
            if (chromium != null) {
                newsroom.takesBack(chromium);
            }
        }
        if (!troubles.isEmpty()) {
            AssertionError error = new AssertionError("in the browser: " + String.join("\n", troubles));
            if (failure == null) {
                throw error;
            }
            failure.addSuppressed(error);
        }
    }
}
