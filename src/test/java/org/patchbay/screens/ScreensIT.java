package org.patchbay.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.proof.Centre;
import org.patchbay.proof.Replicas;
import org.patchbay.screens.Person.Size;
import org.patchbay.testing.Replica;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** People meet: what one does in their browser, the other sees in theirs within a second, without touching anything. */
class ScreensIT {

    private static final IsVisibleOptions AT_ONCE = new IsVisibleOptions().setTimeout(1_000);

    private static Browsers browsers;
    private static Replica replica;
    private static Centre centre;

    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void open() throws InterruptedException {
        browsers = Browsers.start();
        Replicas.cleanDatabase();
        replica = Replica.start("screens", Map.of()).awaitReady();
    }

    @BeforeEach
    void furnish() {
        centre = Centre.of(List.of(replica.uri()), 1, 1, 0);
        centre.customer("casey", 2);
    }

    @AfterEach
    void leave() {
        people.forEach(Person::close);
    }

    @AfterAll
    static void close() {
        replica.close();
        browsers.close();
    }

    @Test
    void aCustomerReportsAReturnTheAgentResolvesItAndTheCustomerSeesIt() {
        var agent = atTheDesk();
        var customer = person("casey", Person.PHONE);
        report(customer, "The lamp arrived with a <b>crack</b>.");
        assertThat(text(agent, "The lamp arrived with a <b>crack</b>.")).isVisible();
        assertThat(text(customer, "agent0 is working on it")).isVisible();

        agent.page().keyboard().press("r");
        agent.page().getByLabel("How it was resolved").fill("A new one is on its way.");
        agent.page().keyboard().press("Control+Enter");
        assertThat(text(agent, "is resolved.")).isVisible();
        assertThat(text(customer, "Solved")).isVisible(AT_ONCE);
    }

    @Test
    void aCustomerAnswersWhatTheyAreAsked() {
        var agent = atTheDesk();
        var customer = person("casey", Person.PHONE);
        report(customer, "It does not work.");
        agent.page().keyboard().press("p");
        agent.page().getByLabel("Question to the customer").fill("Which lamp is it?");
        agent.page().keyboard().press("Control+Enter");

        assertThat(text(customer, "We need your answer")).isVisible();
        customer.page().getByLabel("Your answer").fill("The black one.");
        button(customer, "Send the answer").click();
        assertThat(text(agent, "The black one.")).isVisible();
    }

    @Test
    void whatHappensWhileTheNetworkIsAwayIsThereWhenItIsBack() {
        var customer = person("casey", Person.PHONE);
        report(customer, "It does not work.");
        customer.loseTheNetwork();
        var agent = atTheDesk();
        assertThat(text(agent, "It does not work.")).isVisible();
        customer.findTheNetwork();
        assertThat(text(customer, "agent0 is working on it")).isVisible();
    }

    @Test
    void aDraftSurvivesAReload() {
        var agent = atTheDesk();
        report(person("casey", Person.PHONE), "It does not work.");
        agent.page().keyboard().press("n");
        agent.page().getByLabel("Reply to the customer").fill("Half a sent");
        agent.page().reload();
        assertThat(agent.page().getByLabel("Reply to the customer")).hasValue("Half a sent");
    }

    private Person atTheDesk() {
        var agent = person("agent0", Person.DESKTOP);
        centre.everybodyIs("AVAILABLE");
        return agent;
    }

    private void report(Person customer, String words) {
        button(customer, "Report a return").first().click();
        customer.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("It is damaged"))
                .click();
        customer.page().getByLabel("A few words").fill(words);
        button(customer, "Send").click();
        assertThat(text(customer, "We have it.")).isVisible();
    }

    private Person person(String username, Size size) {
        var person = Person.at(browsers.browser(), replica.uri(), size);
        people.add(person);
        return person.signIn(username, Centre.PASSWORD);
    }

    private static Locator text(Person person, String text) {
        return person.page().getByText(text).first();
    }

    private static Locator button(Person person, String name) {
        return person.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
