package org.patchbay.screens;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.patchbay.testing.Patience;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** An installed Chromium or Chrome, else the one that Playwright downloads. */
public final class Browsers implements AutoCloseable {

    private static final List<String> COMMANDS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // People who call hear each other also after a reload, and reach each other on one machine.
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            // Two people meet in two windows; neither is asleep while the other is in front.
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one of the whole run. Skips the test where no browser can be had; fails it where CI is set. */
    static Browsers shared(ExtensionContext context) {
        var search = context.getRoot()
                .getStore(Namespace.create(Browsers.class))
                .getOrComputeIfAbsent(Search.class, key -> Search.once(), Search.class);
        if (search.found() == null) {
            if (isRequired(System.getenv())) {
                return fail(search.failure());
            }
            return abort(search.failure().getMessage());
        }
        return search.found();
    }

    static boolean isRequired(Map<String, String> environment) {
        return "true".equals(environment.get("CI"));
    }

    /** @throws NoBrowser where no browser can be had */
    public static Browsers start() {
        return start(installed(Optional.ofNullable(System.getenv("PATH")).orElse("")), Map.of());
    }

    /** @param environment of Playwright's driver, which downloads a browser where none is installed */
    static Browsers start(Optional<Path> installed, Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        installed.ifPresent(browser -> variables.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(variables));
            var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setTimeout(Patience.LIMIT.toMillis());
            installed.ifPresent(options::setExecutablePath);
            return new Browsers(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            // Not only PlaywrightException: a driver that cannot download reports it by a plain RuntimeException.
            if (playwright != null) {
                playwright.close();
            }
            throw new NoBrowser(e);
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** @param path the folders where commands are, as the variable PATH names them */
    static Optional<Path> installed(String path) {
        var commands = Stream.of(path.split(File.pathSeparator))
                .filter(Predicate.not(String::isEmpty))
                .flatMap(folder -> COMMANDS.stream().map(command -> Path.of(folder, command)));
        return Stream.concat(commands, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One of both is there. Said once, however many tests are skipped. */
    private record Search(Browsers found, NoBrowser failure) implements AutoCloseable {

        static Search once() {
            try {
                return new Search(start(), null);
            } catch (NoBrowser e) {
                Logger.getLogger(Browsers.class).warn(e.getMessage());
                return new Search(null, e);
            }
        }

        @Override
        public void close() {
            if (found != null) {
                found.close();
            }
        }
    }

    /** There is no browser on this machine, and none can be downloaded. */
    public static final class NoBrowser extends RuntimeException {

        private static final long serialVersionUID = 1;

        static final String ADVICE =
                "The screens are NOT tested: install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium)";

        private NoBrowser(RuntimeException cause) {
            super(ADVICE, cause);
        }
    }
}
