package org.patchbay.screens;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.TestDatabase;

import com.microsoft.playwright.Locator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A customer and an agent who talk with each other. */
class ConversationIT {

    @RegisterExtension
    static final Stage stage = new Stage(1);

    @Test
    void theyTalkInBothDirectionsAndNothingIsLostOrDoubledInATunnelOrByAReload() {
        var agent = atTheDesk();
        var customer = stage.customer();
        begins(customer, "Where is my parcel?");
        agent.sees("Where is my parcel?");
        customer.sees("agent0 is with you");
        says(agent, "It left us on Monday.");
        customer.sees("It left us on Monday.");
        customer.sees("Seen");

        customer.loseTheNetwork();
        writes(customer, "I am in a train.");
        writes(customer, "Can it be left at the door?");
        says(agent, "Are you still there?");
        assertThat(agent.marked("message")).hasCount(3);
        assertThat(agent.marked("outgoing")).hasCount(0);
        assertThat(customer.marked("outgoing")).hasCount(2);
        customer.findTheNetwork();
        var said = new String[] {
            "Where is my parcel?",
            "It left us on Monday.",
            "Are you still there?",
            "I am in a train.",
            "Can it be left at the door?"
        };
        assertThat(customer.marked("message")).hasText(said);
        assertThat(agent.marked("message")).hasText(said);
        assertThat(customer.marked("outgoing")).hasCount(0);
        customer.page().reload();
        assertThat(customer.marked("message")).hasText(said);
        agent.page().reload();
        assertThat(agent.marked("message")).hasText(said);
        assertEquals(said.length, TestDatabase.count("select count(*) from message"));
    }

    @Test
    void whatWasWrittenWithoutALineIsSentByTheNextPage() {
        atTheDesk();
        var customer = stage.customer();
        begins(customer, "Hello");
        customer.sees("agent0 is with you");
        customer.page().route("**/messages", route -> {
            if (route.request().method().equals("POST")) {
                // It arrives, and its answer does not.
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        writes(customer, "One");
        // Routes are served while the browser is waited for.
        customer.page().waitForCondition(() -> TestDatabase.count("select count(*) from message") == 2);
        writes(customer, "Two");
        customer.page().unroute("**/messages");
        customer.page().reload();
        assertThat(customer.marked("message")).hasText(new String[] {"Hello", "One", "Two"});
        assertThat(customer.marked("outgoing")).hasCount(0);
        assertEquals(3, TestDatabase.count("select count(*) from message"));
    }

    @Test
    void anAgentTellsColleaguesWhatTheCustomerIsNotShown() {
        var agent = atTheDesk();
        var customer = stage.customer();
        begins(customer, "Hello");
        agent.sees("Hello");
        agent.presses("Escape", "c")
                .fills("Note to colleagues", "The third time.")
                .presses("Enter");
        agent.sees("The third time.");
        agent.presses("Escape");
        says(agent, "Good morning");
        customer.sees("Good morning");
        assertThat(customer.marked("message")).hasText(new String[] {"Hello", "Good morning"});
    }

    @Test
    void aChatGoesOnOnAnotherDeviceWhereItIsUnreadAndWhoWritesAfterItsEndGetsAnother() {
        var agent = atTheDesk();
        var customer = stage.customer();
        begins(customer, "Hello");
        agent.sees("Hello");
        customer.page().navigate("about:blank");
        says(agent, "How can I help?");
        agent.sees("How can I help?");

        var elsewhere = stage.person(Stage.CUSTOMER, Person.DESKTOP);
        assertThat(elsewhere.page().getByLabel("1 new message")).isVisible();
        elsewhere.text("Go on with your chat").click();
        elsewhere.sees("How can I help?");
        elsewhere.button("End the chat").click();
        elsewhere.button("End it").click();
        elsewhere.sees("This chat has ended");
        writes(elsewhere, "One more thing");
        elsewhere.sees("agent0 is with you");
        assertThat(elsewhere.marked("message")).hasText(new String[] {"Hello", "How can I help?", "One more thing"});
        assertEquals(2, TestDatabase.count("select count(*) from ticket"));
        agent.sees("One more thing");
    }

    @Test
    void aShopTellsItsCustomerHowManyMessagesAreUnread() throws IOException {
        stage.centre().everybodyIs("AVAILABLE");
        try (var shop = Shop.open(stage.centre(), stage.address())) {
            var customer = stage.stranger(Person.DESKTOP);
            var widget = shop.helps(customer);
            widget.getByText("Talk to us").locator("visible=true").click();
            widget.getByTestId("message-field").fill("Hello");
            widget.getByTestId("message-field").press("Enter");
            assertThat(widget.getByTestId("state")).containsText("agent0 is with you");
            customer.presses("Escape");
            var ticket = TestDatabase.count("select max(id) from ticket");
            for (var text : List.of("Good morning", "How can I help?")) {
                stage.centre()
                        .agents()
                        .getFirst()
                        .client()
                        .post("/conversations/" + ticket + "/messages", Map.of("text", text, "clientId", text))
                        .as(201);
            }
            assertThat(customer.button("Help (2 new)")).isVisible();
            customer.button("Help (2 new)").click();
            assertThat(widget.getByTestId("message")).hasCount(3);
        }
    }

    @Test
    void nothingKeepsAnybodyOutOfAConversation() {
        var agent = atTheDesk();
        var customer = stage.customer();
        customer.comesTo("/my/chat");
        customer.meetsNoBarrier();
        writes(customer, "Where is my parcel? See https://shop.example/parcels/" + "1".repeat(80));
        agent.sees("Where is my parcel?");
        agent.presses("Escape", "c").fills("Note to colleagues", "Again.").presses("Enter");
        agent.sees("Again.");
        agent.presses("Escape");
        says(agent, "שלום, it left us on Monday.");
        customer.sees("it left us on Monday.");
        customer.sees("Seen");
        for (var device : List.of(Person.PHONE, Person.PHONE.dark(), Person.DESKTOP.dark())) {
            for (var person : List.of(customer, agent)) {
                person.looksAt(device).page().reload();
                assertThat(person.marked("message").last()).isVisible();
                person.arrives().meetsNoBarrier();
                person.needsNotScrollSideways();
            }
        }
    }

    private static Person atTheDesk() {
        var agent = stage.agent(0);
        stage.centre().everybodyIs("AVAILABLE");
        return agent;
    }

    private static void begins(Person customer, String text) {
        visible(customer.page().getByText("Talk to us")).click();
        writes(customer, text);
        assertThat(customer.marked("thread")).isVisible();
    }

    private static void writes(Person customer, String text) {
        customer.marked("message-field").fill(text);
        customer.marked("message-field").press("Enter");
        assertThat(customer.marked("message-field")).hasValue("");
    }

    private static void says(Person agent, String text) {
        agent.presses("Escape", "n").fills("Reply to the customer", text).presses("Enter");
    }

    /** A phone has its buttons at another place. */
    private static Locator visible(Locator found) {
        return found.locator("visible=true");
    }
}
