package org.patchbay.screens;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.proof.SupportCentre;
import org.patchbay.screens.Person.Device;
import org.patchbay.testing.Replica;
import org.patchbay.testing.TcpProxy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.patchbay.testing.Patience.await;

/** A later version takes the place of the open one; each of its parts has another name. */
class RolloutIT {

    private static final String VERSION = "meta[name=version]";
    private static final Pattern LATER = Pattern.compile("^9");

    @RegisterExtension
    static final Stage stage = new Stage(1);

    private static Replica later;

    /** The proxy by which people come in, and behind which versions change. */
    private TcpProxy door;

    @BeforeAll
    static void startTheLaterVersion() throws IOException {
        assumeFalse(Replica.isNative(), "The parts of a native application cannot be renamed");
        later = Replica.start("screens-later", Map.of(), LaterBuild.make()).awaitReady();
    }

    @AfterAll
    static void stop() {
        if (later != null) {
            later.close();
        }
    }

    @BeforeEach
    void open() {
        door = new TcpProxy("127.0.0.1", URI.create(stage.address()).getPort());
    }

    @AfterEach
    void close() {
        door.close();
        setReturns(Map.of("units", 1, "exclusive", false));
    }

    @Test
    void anAgentInTheMiddleOfAnOfferAndADraftTakesItAndFindsTheDraftInTheNewVersion() {
        returnsAreOffered();
        hire("ada");
        var agent = comesIn("ada", Person.DESKTOP);
        long first = stage.centre().open();
        agent.button("Accept").click();
        assertThat(agent.marked("ticket-" + first)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("c");
        agent.marked("composer").fill("Half a sent");
        long second = stage.centre().open();
        assertThat(agent.role(AriaRole.TIMER, "seconds left")).isVisible();

        rollOut();
        assertThat(agent.marked("new-version")).isVisible();
        assertThat(agent.marked("composer")).isFocused();
        agent.button("Accept").click();
        await().until(() ->
                stage.centre().ticket(second).path("status").asText().equals("IN_PROGRESS"));
        assertThat(agent.marked("composer")).hasValue("");
        agent.marked("ticket-" + first).click();
        assertThat(agent.marked("composer")).hasValue("Half a sent");
        agent.button("Transfer").click();
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isVisible();
        agent.button("Cancel").click();
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(agent.marked("part-missing")).isHidden();
        seesTheOldVersion(agent);

        agent.marked("composer").focus();
        agent.presses("End", "ArrowLeft", "ArrowLeft", "ArrowLeft");
        agent.marked("new-version").click();
        seesTheNewVersion(agent);
        assertThat(agent.marked("composer")).hasValue("Half a sent");
        assertThat(agent.marked("composer")).isFocused();
        agent.page().keyboard().type("!");
        assertThat(agent.marked("composer")).hasValue("Half a s!ent");
        assertThat(agent.page().getByLabel("Note to colleagues")).isVisible();
        assertThat(agent.marked("new-version")).isHidden();
    }

    @Test
    void whatAnAgentNeverOpenedIsSaidToBelongToTheNewVersionAndIsThereAfterwards() {
        var agent = comesIn("agent0", Person.DESKTOP, page -> page.route("**/assets/Transfer-*.js", Route::abort));
        stage.centre().everybodyIs("AVAILABLE");
        long ticket = stage.centre().open();
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        rollOut();
        assertThat(agent.marked("new-version")).isVisible();
        agent.page().unroute("**/assets/Transfer-*.js");
        agent.presses("t");
        assertThat(agent.marked("part-missing")).containsText("There is a new version");
        for (var device : List.of(Person.PHONE, Person.DESKTOP.dark())) {
            agent.looksAt(device).meetsNoBarrier();
            agent.needsNotScrollSideways();
        }
        agent.button("Load anew").click();
        seesTheNewVersion(agent);
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("t");
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isVisible();
    }

    @Test
    void aCustomerKeepsTheirHalfWrittenAnswer() {
        long ticket = aRequestThatAwaitsAnAnswer();
        var customer = comesIn(Stage.CUSTOMER, Person.PHONE);
        customer.page().navigate("/my/tickets/" + ticket);
        customer.fills("Your answer", "The black");
        rollOut();
        assertThat(customer.marked("new-version")).isVisible();
        customer.needsNotScrollSideways();
        seesTheOldVersion(customer);
        customer.marked("new-version").click();
        seesTheNewVersion(customer);
        assertThat(customer.page().getByLabel("Your answer")).hasValue("The black");
        customer.page().getByLabel("Your answer").focus();
        customer.presses("End");
        customer.page().keyboard().type(" one.");
        customer.button("Send the answer").click();
        customer.sees("The black one.");
    }

    @Test
    void aCustomerInAShopKeepsWhatTheyWrote() throws IOException {
        aRequestThatAwaitsAnAnswer();
        try (var shop = Shop.open(stage.centre(), address())) {
            var widget = shop.helps(stage.stranger(Person.DESKTOP));
            widget.getByText("We need your answer").first().click();
            widget.getByLabel("Your answer").fill("The black");
            rollOut();
            widget.getByTestId("new-version").click();
            assertThat(widget.locator(VERSION)).hasAttribute("content", LATER);
            assertThat(widget.getByLabel("Your answer")).hasValue("The black");
        }
    }

    @Test
    void aListThatNobodyTouchesIsLoadedAnewByItselfAndStaysWhereItWas() {
        stage.centre().staff("sam", "supervisor");
        var supervisor = comesIn("sam", Person.DESKTOP, page -> page.clock().install());
        supervisor.page().navigate("/tickets?priority=HIGH");
        assertThat(supervisor.page().getByLabel("Priority").first()).hasValue("HIGH");
        rollOut();
        assertThat(supervisor.marked("new-version")).isVisible();
        supervisor.page().clock().fastForward("01:00");
        seesTheNewVersion(supervisor);
        assertThat(supervisor.page().getByLabel("Priority").first()).hasValue("HIGH");
    }

    /** The page comes from one replica, and each of its parts is first asked of the other, which does not have it. */
    @Test
    void replicasOfBothVersionsSideBySideLoseNobody() {
        var asked = new HashSet<String>();
        var person = stage.stranger(Person.DESKTOP);
        person.page().route("**/assets/**", route -> toTheOtherFirst(route, asked));
        person.signIn("agent0", SupportCentre.PASSWORD);
        stage.centre().everybodyIs("AVAILABLE");
        long ticket = stage.centre().open();
        assertThat(person.marked("ticket-" + ticket)).isVisible();
        assertThat(person.marked("composer")).isVisible();
        person.presses("t");
        assertThat(person.page().getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(person.marked("part-missing")).isHidden();
        assertTrue(asked.size() > 20, asked.toString());
    }

    private static void toTheOtherFirst(Route route, Set<String> asked) {
        var path = URI.create(route.request().url()).getPath();
        if (asked.add(path)) {
            route.resume(new Route.ResumeOptions().setUrl(later.uri() + path));
        } else {
            route.resume();
        }
    }

    private void rollOut() {
        door.leadTo(later.uri().getPort());
    }

    private Person comesIn(String username, Device device) {
        return comesIn(username, device, page -> {});
    }

    /** @param before preparations before they come */
    private Person comesIn(String username, Device device, Consumer<Page> before) {
        var person = stage.stranger(device, URI.create(address()));
        before.accept(person.page());
        return person.signIn(username, SupportCentre.PASSWORD);
    }

    private String address() {
        return "http://127.0.0.1:" + door.port();
    }

    private static void seesTheOldVersion(Person person) {
        assertThat(person.page().locator(VERSION)).not().hasAttribute("content", LATER);
    }

    private static void seesTheNewVersion(Person person) {
        assertThat(person.page().locator(VERSION)).hasAttribute("content", LATER);
    }

    /** An agent who can hold two tickets at once. */
    private static void hire(String username) {
        var signIn = Map.of("username", username, "password", SupportCentre.PASSWORD);
        long id = stage.centre()
                .admin()
                .post("/agents", Map.of("name", username, "capacity", 2, "signIn", signIn))
                .as(201)
                .id();
        stage.client(username)
                .put("/agents/" + id + "/presence", Map.of("presence", "AVAILABLE"))
                .as(200);
    }

    private static void returnsAreOffered() {
        setReturns(Map.of("units", 1, "exclusive", false, "offerSeconds", 3600));
    }

    private static void setReturns(Map<String, Object> settings) {
        stage.centre().admin().put("/channels/RETURN_CASE", settings).as(200);
    }

    private static long aRequestThatAwaitsAnAnswer() {
        stage.centre().everybodyIs("AVAILABLE");
        var customer = stage.client(Stage.CUSTOMER);
        var order = Stage.CUSTOMER + "-1";
        long ticket = customer.post("/tickets", Map.of("orderNumber", order, "reason", "DAMAGED"))
                .as(201)
                .id();
        await().until(() ->
                stage.centre().ticket(ticket).path("status").asText().equals("IN_PROGRESS"));
        var agent = stage.centre().agents().getFirst().client();
        agent.post("/tickets/" + ticket + "/pend", Map.of("note", "Which lamp is it?"))
                .as(200);
        return ticket;
    }
}
