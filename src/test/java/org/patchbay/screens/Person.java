package org.patchbay.screens;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestTokens;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A person at a browser of their own. */
final class Person {

    static final Device DESKTOP = new Device(1440, 900, ColorScheme.LIGHT, "en-GB");
    static final Device PHONE = new Device(360, 740, ColorScheme.LIGHT, "en-GB");

    /** Two seconds and more, as the pages tell how long something has lasted. */
    static final Pattern A_WHILE = Pattern.compile("([2-9]|[1-5][0-9]) s|0:0[2-9]|0:[1-5][0-9]|[1-9]:[0-5][0-9]");

    private static final List<String> SERIOUS = List.of("serious", "critical");

    private static final String AXE = AxeBuilder.getAxeScript();

    /**
     * Not by the builder: it opens a page of its own for each look, and reads style sheets anew, which no rule in use
     * needs and which the content security policy refuses where one of them is gone.
     */
    private static final String BARRIERS = """
            async serious => (await axe.run({ preload: false, resultTypes: ['violations'] })).violations
                .filter(rule => serious.includes(rule.impact))
                .map(rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.target)}`)""";

    static {
        // The patience of assertions is Playwright's own, and one for all.
        setDefaultAssertionTimeout(Patience.LIMIT.toMillis());
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** The screen, its light, and the reader's language. */
    record Device(int width, int height, ColorScheme scheme, String language) {

        Device dark() {
            return new Device(width, height, ColorScheme.DARK, language);
        }

        Device german() {
            return new Device(width, height, scheme, "de-DE");
        }
    }

    private final Set<WebSocketRoute> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean isCutOff;

    private Person(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(Patience.LIMIT.toMillis());
        page.routeWebSocket(Pattern.compile("/api/v1/feed"), line -> {
            if (isCutOff) {
                line.close();
            } else {
                line.connectToServer();
                lines.add(line);
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnswer(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Person at(Browser browser, URI application, Device device) {
        return new Person(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(application.toString())
                .setViewportSize(device.width(), device.height())
                .setColorScheme(device.scheme())
                .setLocale(device.language())));
    }

    Page page() {
        return page;
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator marked(String testId) {
        return page.getByTestId(testId);
    }

    Person fills(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    Person presses(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    void sees(String text) {
        assertThat(text(text)).isVisible();
    }

    Person signIn(String username, String password) {
        return signIn(null, username, password);
    }

    /** @param organisation by its short name; the one of the address where null */
    Person signIn(@Nullable String organisation, String username, String password) {
        page.navigate("/sign-in" + (organisation == null ? "" : "?organisation=" + organisation));
        page.locator("[autocomplete=username]").fill(username);
        page.locator("[autocomplete=current-password]").fill(password);
        presses("Enter");
        assertThat(page.locator("header [aria-haspopup=menu]").last()).isVisible();
        return this;
    }

    /** As if the session's last refresh had been so long ago. */
    Person hasATokenUntil(Instant end) {
        var cookie = context.cookies().stream()
                .filter(kept -> kept.name.equals("patchbay-access"))
                .findFirst()
                .orElseThrow();
        cookie.value = TestTokens.ending(cookie.value, end);
        context.addCookies(List.of(cookie));
        return this;
    }

    void comesTo(String path) {
        page.navigate(path);
        arrives();
    }

    /** Waits until nothing more comes. */
    Person arrives() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
        return this;
    }

    /** Turns to another screen, in another light; the language stays. */
    Person looksAt(Device device) {
        page.setViewportSize(device.width(), device.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(device.scheme()));
        return this;
    }

    /** As in a train that enters a tunnel. A browser that is merely told to be offline keeps its WebSockets. */
    void loseTheNetwork() {
        isCutOff = true;
        context.setOffline(true);
        dropLines();
    }

    /** Closes the feed, which comes back where it can. */
    void dropLines() {
        lines.forEach(WebSocketRoute::close);
        lines.clear();
    }

    void findTheNetwork() {
        isCutOff = false;
        context.setOffline(false);
    }

    /** Asserts the barriers that axe-core knows, on the present screen. */
    void meetsNoBarrier() {
        page.evaluate(AXE);
        assertEquals(List.of(), page.evaluate(BARRIERS, SERIOUS), page.url());
    }

    /** Nothing is cut off at the side. */
    void needsNotScrollSideways() {
        assertEquals(
                0,
                page.evaluate(
                        "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"),
                page.url() + " is wider than the screen");
    }

    void isSeen(Path picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }

    void leave() {
        context.close();
    }

    /** No error of a script, nothing that the content security policy refused. */
    void hadNothingToComplainAbout() {
        assertEquals(List.of(), complaints);
    }

    /** The browser reports each answer that is a refusal; tests expect some. */
    private static boolean isAnswer(String text) {
        return text.startsWith("Failed to load resource")
                || text.contains("MIME type ('application/problem+json')")
                || text.contains("WebSocket connection");
    }
}
