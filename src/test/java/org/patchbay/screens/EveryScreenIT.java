package org.patchbay.screens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.proof.Centre;
import org.patchbay.screens.Person.Size;
import org.patchbay.testing.Store;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    private static final String NOBODY = "";
    private static final String TICKET = "{ticket}";

    /** Who looks at what. */
    private static final Map<String, List<String>> SCREENS = Map.of(
            NOBODY,
            List.of("/sign-in", "/sign-up", "/forgotten-password", "/set-password#token"),
            Stage.CUSTOMER,
            List.of("/my", "/my/tickets/" + TICKET, "/account"),
            "agent0",
            List.of("/desk"),
            "sam",
            List.of("/board", "/board/queues/1", "/board/tickets/" + TICKET, "/wall"),
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

    @RegisterExtension
    static final Stage stage = new Stage(3);

    @BeforeEach
    void somethingIsThereToSee() {
        stage.centre().staff("sam", "supervisor");
        stage.centre().everybodyIs("AVAILABLE");
        for (int i = 0; i < 4; i++) {
            stage.centre().open();
        }
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
        var person = stage.stranger(size, scheme);
        if (!username.equals(NOBODY)) {
            person.signIn(username, Centre.PASSWORD);
        }
        var ticket = Long.toString(Store.count("select max(id) from ticket where customer_id in"
                + " (select id from customer where name = '" + Stage.CUSTOMER + "')"));
        assertAll(SCREENS.get(username).stream().map(path -> () -> {
            person.page().navigate(path.replace(TICKET, ticket));
            person.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(person.page()
                            .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .first())
                    .isVisible();
            check.accept(person);
        }));
    }
}
