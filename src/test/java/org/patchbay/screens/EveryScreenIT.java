package org.patchbay.screens;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.proof.Centre;
import org.patchbay.proof.Replicas;
import org.patchbay.testing.Replica;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    private static final List<String> SECTIONS = List.of(
            "agents",
            "accounts",
            "groups",
            "skills",
            "queues",
            "channels",
            "hours",
            "reasons",
            "policies",
            "customers",
            "orders",
            "sign-in",
            "clients",
            "widget",
            "audit");

    private static Browsers browsers;
    private static Replica replica;

    @BeforeAll
    static void open() throws InterruptedException {
        browsers = Browsers.start();
        Replicas.cleanDatabase();
        replica = Replica.start("every-screen", Map.of()).awaitReady();
        var centre = Centre.of(List.of(replica.uri()), 3, 1, 4);
        centre.customer("carla", 2);
        centre.staff("sam", "supervisor");
        centre.everybodyIs("AVAILABLE");
        for (int i = 0; i < 4; i++) {
            centre.open();
        }
    }

    @AfterAll
    static void close() {
        replica.close();
        browsers.close();
    }

    /** Who looks at what; nobody yet where the name is empty. */
    record Screen(String username, String path) {}

    static Stream<Screen> screens() {
        return Stream.concat(
                Stream.of(
                        new Screen("", "/sign-in"),
                        new Screen("", "/sign-up"),
                        new Screen("", "/forgotten-password"),
                        new Screen("", "/set-password#token"),
                        new Screen("carla", "/my"),
                        new Screen("carla", "/account"),
                        new Screen("agent0", "/desk"),
                        new Screen("sam", "/board"),
                        new Screen("sam", "/wall"),
                        new Screen("admin", "/admin")),
                SECTIONS.stream().map(section -> new Screen("admin", "/admin/" + section)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingKeepsAnybodyOut(Screen screen) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var person = Person.at(browsers.browser(), replica.uri(), Person.DESKTOP, scheme)) {
                show(person, screen);
                person.meetsNoBarrier();
            }
        }
        try (var person = Person.at(browsers.browser(), replica.uri(), Person.PHONE)) {
            show(person, screen);
            person.meetsNoBarrier();
            person.needsNotScrollSideways();
        }
    }

    private static void show(Person person, Screen screen) {
        if (!screen.username().isEmpty()) {
            person.signIn(screen.username(), Centre.PASSWORD);
        }
        person.page().navigate(screen.path());
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(person.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .first())
                .isVisible();
    }
}
