package org.patchbay.screens;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Somebody at a browser of their own. */
final class Person implements AutoCloseable {

    static final Size DESKTOP = new Size(1440, 900);
    static final Size PHONE = new Size(360, 740);

    private static final List<String> SERIOUS = List.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    record Size(int width, int height) {}

    private Person(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnswer(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Person at(Browser browser, URI application, Size size) {
        return at(browser, application, size, ColorScheme.LIGHT);
    }

    static Person at(Browser browser, URI application, Size size, ColorScheme scheme) {
        return new Person(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(application.toString())
                .setViewportSize(size.width(), size.height())
                .setColorScheme(scheme)
                .setLocale("en-GB")));
    }

    Page page() {
        return page;
    }

    Person signIn(String username, String password) {
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").first().fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("My account")))
                .isVisible();
        return this;
    }

    /** As where a train enters a tunnel. */
    void loseTheNetwork() {
        context.setOffline(true);
    }

    void findTheNetwork() {
        context.setOffline(false);
    }

    /** Of what axe-core knows, on what is shown now. */
    void meetsNoBarrier() {
        var barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .limit(3)
                                        .toList())
                        .toList();
        assertEquals(List.of(), barriers, page.url());
    }

    /** Nothing is cut off at the side. */
    void needsNotScrollSideways() {
        assertEquals(
                0,
                page.evaluate(
                        "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"),
                page.url() + " is wider than the screen");
    }

    /** A closed browser complained about nothing: no error of a script, nothing refused by the content security policy. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    /** The browser reports each answer that is a refusal; tests expect some. */
    private static boolean isAnswer(String text) {
        return text.startsWith("Failed to load resource") || text.contains("WebSocket connection");
    }
}
