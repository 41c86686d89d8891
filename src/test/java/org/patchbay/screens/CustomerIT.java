package org.patchbay.screens;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.proof.SupportCentre;
import org.patchbay.testing.TestDatabase;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.Patience.await;

/** Customers on their phones, and in the widget on the page of a shop. */
class CustomerIT {

    @RegisterExtension
    static final Stage stage = new Stage(1);

    @Test
    void aCustomerReportsAReturnTheAgentResolvesItAndTheCustomerSeesItWithoutAReload() {
        var agent = atTheDesk();
        var customer = stage.customer();
        report(customer, "It has a crack.");
        agent.sees("It has a crack.");
        customer.sees("agent0 is working on it");

        agent.presses("r").fills("How it was resolved", "A new one is on its way.");
        agent.presses("Control+Enter");
        agent.sees("is resolved.");
        customer.sees("Solved");
        customer.sees("A new one is on its way.");
    }

    @Test
    void aCustomerAnswersWhatTheyAreAsked() {
        var agent = atTheDesk();
        var customer = stage.customer();
        report(customer, "It does not work.");
        agent.sees("It does not work.");
        agent.presses("p").fills("Question to the customer", "Which lamp is it?");
        agent.presses("Control+Enter");

        customer.sees("We need your answer");
        customer.fills("Your answer", "The black one.")
                .button("Send the answer")
                .click();
        agent.sees("The black one.");
    }

    @Test
    void aCustomerRatesTheHelpAndOpensAgainWhatIsNotSolved() {
        var customer = stage.customer();
        stage.centre().everybodyIs("AVAILABLE");
        report(customer, "It does not work.");
        customer.sees("agent0 is working on it");
        long ticket = TestDatabase.count("select max(id) from ticket");
        resolve(ticket);
        customer.sees("Solved");

        customer.role(AriaRole.RADIO, "4 stars").click();
        customer.fills("A word about it", "Quick and <i>kind</i>.");
        customer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Rate").setExact(true))
                .click();
        customer.sees("You gave 4 of 5 stars");
        customer.sees("Quick and <i>kind</i>.");

        customer.button("Open it again").click();
        customer.fills("What is still wrong?", "It broke again.");
        customer.button("Open it again").click();
        customer.sees("agent0 is working on it");
        assertEquals(
                4, stage.centre().ticket(ticket).path("rating").path("score").asInt());
    }

    @Test
    void aCustomerWithdrawsARequestAndReportsItAnew() {
        var customer = stage.customer();
        report(customer, "It does not work.");
        customer.button("Withdraw this request").click();
        customer.button("Withdraw it").click();
        customer.sees("Your request is withdrawn.");
        customer.sees("Withdrawn");
    }

    @Test
    void whatHappensWhileTheNetworkIsAwayIsThereWhenItIsBack() {
        var customer = stage.customer();
        report(customer, "It does not work.");
        customer.sees("Waiting for somebody free");
        customer.loseTheNetwork();
        customer.sees("The connection is gone.");
        stage.centre().everybodyIs("AVAILABLE");
        long ticket = TestDatabase.count("select max(id) from ticket");
        await().until(() ->
                stage.centre().ticket(ticket).path("status").asText().equals("IN_PROGRESS"));
        resolve(ticket);
        customer.sees("Waiting for somebody free");
        customer.findTheNetwork();
        customer.sees("Solved");
    }

    @Test
    void aNewCustomerSignsUpAndIsIn() {
        var newcomer = stage.stranger(Person.PHONE);
        newcomer.page().navigate("/sign-up");
        newcomer.fills("Your name", "Nina <b>New</b>").fills("E-mail", "nina@example.org");
        newcomer.button("Create an account").click();
        newcomer.sees("a mail with a link is on its way");
        // Only the mail has the link's token: here it is replaced by a known one.
        TestDatabase.execute(
                "update password_link set token_hash = sha2('of-Nina', 256) where email = 'nina@example.org'");
        newcomer.page().navigate("/welcome#of-Nina");
        newcomer.fills("Password", SupportCentre.PASSWORD)
                .button("Create the account")
                .click();
        newcomer.sees("Hello, Nina <b>New</b>");
        newcomer.sees("No orders here yet");
        newcomer.page().reload();
        newcomer.sees("Hello, Nina <b>New</b>");
    }

    @Test
    void whatSomebodyWroteStaysText() {
        var agent = atTheDesk();
        var customer = stage.customer();
        var markup =
                "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script> [a](javascript:1)";
        report(customer, markup);
        agent.sees(markup);
        customer.sees(markup);
        for (var reader : List.of(agent, customer)) {
            assertEquals(0, reader.page().locator("img[src=x]").count());
            assertNotEquals("run", reader.page().title());
        }
    }

    @Test
    void aShopShowsTheWidgetAndItsCustomersReportReturnsThere() throws IOException {
        try (var shop = Shop.open(stage.centre(), stage.address())) {
            var widget = shop.helps(stage.stranger(Person.PHONE));
            widget.getByTestId("order").first().getByRole(AriaRole.BUTTON).click();
            widget.getByText("It is damaged").click();
            widget.getByText("Send", new FrameLocator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(widget.getByTestId("state")).containsText("Waiting for somebody free");
            stage.centre().everybodyIs("AVAILABLE");
            assertThat(widget.getByTestId("state")).containsText("agent0 is working on it");
        }
    }

    private static void resolve(long ticket) {
        var agent = stage.centre().agents().getFirst().client();
        agent.post("/tickets/" + ticket + "/resolve", Map.of("note", "Done.")).as(200);
    }

    private static Person atTheDesk() {
        var agent = stage.agent(0);
        stage.centre().everybodyIs("AVAILABLE");
        return agent;
    }

    private static void report(Person customer, String words) {
        customer.page().getByTestId("order").first().getByRole(AriaRole.BUTTON).click();
        customer.role(AriaRole.RADIO, "It is damaged").click();
        customer.fills("A few words", words).button("Send").click();
        customer.sees("We have it.");
    }
}
