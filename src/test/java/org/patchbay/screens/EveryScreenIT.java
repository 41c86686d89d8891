package org.patchbay.screens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.proof.Centre;
import org.patchbay.proof.Replicas;
import org.patchbay.screens.Person.Size;
import org.patchbay.testing.Replica;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    private static final String NOBODY = "";

    /** Who looks at what. */
    private static final Map<String, List<String>> SCREENS = Map.of(
            NOBODY,
            List.of("/sign-in", "/sign-up", "/forgotten-password", "/set-password#token"),
            "casey",
            List.of("/my", "/my/tickets/1", "/account"),
            "agent0",
            List.of("/desk"),
            "sam",
            List.of("/board", "/board/queues/1", "/board/tickets/1", "/wall"),
            "admin",
            Stream.of(
                            "",
                            "/agents",
                            "/accounts",
                            "/groups",
                            "/skills",
                            "/reasons",
                            "/queues",
                            "/policies",
                            "/hours",
                            "/channels",
                            "/customers",
                            "/orders",
                            "/sign-in",
                            "/api-clients",
                            "/widget",
                            "/audit")
                    .map("/admin"::concat)
                    .toList());

    private static Browsers browsers;
    private static Replica replica;

    @BeforeAll
    static void open() throws InterruptedException {
        browsers = Browsers.start();
        Replicas.cleanDatabase();
        replica = Replica.start("every-screen", Map.of()).awaitReady();
        var centre = Centre.of(List.of(replica.uri()), 3, 1, 4);
        centre.customer("casey", 2);
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

    static Set<String> everybody() {
        return SCREENS.keySet();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nothingKeepsAnybodyOut(String username) {
        look(username, Person.DESKTOP, ColorScheme.LIGHT, Person::meetsNoBarrier);
        look(username, Person.DESKTOP, ColorScheme.DARK, Person::meetsNoBarrier);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aPhoneShowsEverything(String username) {
        look(username, Person.PHONE, ColorScheme.LIGHT, person -> {
            person.meetsNoBarrier();
            person.needsNotScrollSideways();
        });
    }

    private static void look(String username, Size size, ColorScheme scheme, Consumer<Person> check) {
        try (var person = Person.at(browsers.browser(), replica.uri(), size, scheme)) {
            if (!username.equals(NOBODY)) {
                person.signIn(username, Centre.PASSWORD);
            }
            assertAll(SCREENS.get(username).stream().map(path -> () -> {
                person.page().navigate(path);
                person.page().waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(person.page()
                                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                                .first())
                        .isVisible();
                check.accept(person);
            }));
        }
    }
}
