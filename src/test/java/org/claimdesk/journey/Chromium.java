package org.claimdesk.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The real Chromium of this machine. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update");

    /** In milliseconds; more than the usual five seconds, for tests run side by side. */
    private static final double PATIENCE = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws IllegalStateException where there is none on the PATH */
    static Chromium start() {
        Path executable = find(System.getenv("PATH"));
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        try {
            return new Chromium(playwright, playwright.chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(OPTIONS)));
        } catch (RuntimeException failed) {
            playwright.close();
            throw failed;
        }
    }

    static Path find(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(directory -> names(Path.of(directory)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The end-to-end tests need Chromium on the PATH, and there"
                        + " is none. Install it, on Debian with: apt-get install chromium"));
    }

    private static Stream<Path> names(Path directory) {
        return NAMES.stream().map(directory::resolve);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
