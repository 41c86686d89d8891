package org.patchbay.screens;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.TestDatabase;

import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;

/** Agents at their desk, most of it by keyboard alone. */
class DeskIT {

    @RegisterExtension
    static final Stage stage = new Stage(2);

    @AfterEach
    void returnsAreAssignedAtOnce() {
        setReturns(Map.of("units", 1, "exclusive", false));
    }

    @Test
    void anOfferRingsAndCountsDownAndIsAcceptedOrDeclinedByKey() {
        returnsAreOffered(60);
        var agent = stage.agent(0);
        available(0);
        long first = stage.centre().open();
        assertThat(agent.role(AriaRole.TIMER, "seconds left")).isVisible();
        agent.page().waitForCondition(() -> agent.page().title().contains("Offer waiting"));
        agent.presses("d").fills("Why not?", "I was on my way out.").presses("Enter");
        awaitStatus(first, "OPEN");
        assertThat(agent.role(AriaRole.TIMER, "seconds left")).isHidden();

        long second = stage.centre().open();
        assertThat(agent.role(AriaRole.TIMER, "seconds left")).isVisible();
        agent.presses("a");
        awaitStatus(second, "IN_PROGRESS");
        assertThat(agent.marked("ticket-" + second)).isVisible();
    }

    @Test
    void anOfferThatNobodyAnsweredSaysThatItIsGone() {
        returnsAreOffered(600);
        var agent = stage.agent(0);
        available(0);
        long ticket = stage.centre().open();
        assertThat(agent.role(AriaRole.TIMER, "left")).isVisible();
        TestDatabase.execute("update timer set due_at = utc_timestamp(6), try_at = utc_timestamp(6)");
        agent.sees("The offer of #" + ticket + " is gone");
    }

    @Test
    void anAgentSaysWhyTheyAreAwayAndSeesForHowLong() {
        stage.centre()
                .admin()
                .post("/presence-reasons", Map.of("name", "Lunch"))
                .as(201);
        var agent = stage.agent(0);
        available(0);
        assertThat(agent.marked("presence")).containsText("Available");
        agent.presses("s");
        agent.page().getByText("Away: Lunch").click();
        assertThat(agent.marked("presence")).containsText("Lunch");
        assertThat(agent.marked("presence")).containsText(Person.A_WHILE);
        var seen = stage.centre()
                .admin()
                .get("/agents/" + stage.centre().agents().getFirst().id())
                .body();
        assertEquals("AWAY", seen.path("presence").asText());
    }

    @Test
    void anAgentGivesBackWhatAnotherThenHas() {
        var first = stage.agent(0);
        available(0);
        long ticket = stage.centre().open();
        assertThat(first.marked("ticket-" + ticket)).isVisible();
        var second = stage.agent(1);
        available(1);
        assertThat(first.marked("composer")).isVisible();
        first.presses("n").fills("Reply to the customer", "I ask a colleague.").presses("Control+Enter");
        first.sees("I ask a colleague.");
        first.presses("Escape", "l").fills("Why you give it back", "I do not know these lamps.");
        first.presses("Control+Enter");
        assertThat(second.marked("ticket-" + ticket)).isVisible();
        second.sees("I do not know these lamps.");
        first.sees("Nothing in hand");
    }

    @Test
    void anAgentTransfersATicketToAnotherQueue() {
        var queue = stage.centre()
                .admin()
                .post("/queues", Map.of("name", "Lamps", "distribution", "LONGEST_IDLE"))
                .body();
        var agent = stage.agent(0);
        available(0);
        long ticket = stage.centre().open();
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("t");
        agent.page().getByPlaceholder("Choose…").click();
        agent.role(AriaRole.OPTION, "Lamps").click();
        agent.fills("What the next one should know", "Its foot is cracked.");
        agent.page().getByRole(AriaRole.DIALOG).getByText("Transfer").last().click();
        agent.sees("#" + ticket + " went to Lamps.");
        assertEquals(
                queue.path("id").asLong(),
                stage.centre().ticket(ticket).path("queueId").asLong());
    }

    @Test
    void aSavedReplyIsFilledInWithTheNamesOfTheTicket() {
        stage.centre()
                .agents()
                .getFirst()
                .client()
                .post("/saved-replies", Map.of("name", "Sorry", "text", "Dear {customer.name}, we are sorry."))
                .as(201);
        var agent = stage.agent(0);
        available(0);
        long ticket = stage.centre().open();
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("/").fills("Find a reply", "sorr");
        assertThat(agent.role(AriaRole.OPTION, "Sorry")).isVisible();
        agent.presses("Enter");
        assertThat(agent.marked("composer")).hasValue("Dear Carla, we are sorry.");
    }

    @Test
    void aDraftSurvivesAReloadAndTheTicketBeingTakenAway() {
        var agent = stage.agent(0);
        available(0);
        long ticket = stage.centre().open();
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("n").fills("Reply to the customer", "Half a sent");
        agent.page().reload();
        assertThat(agent.page().getByLabel("Reply to the customer")).hasValue("Half a sent");

        stage.centre().setPresence(stage.centre().agents().getFirst(), "AWAY");
        stage.centre()
                .admin()
                .post("/tickets/" + ticket + "/release", Map.of("note", "Not theirs."))
                .as(200);
        assertThat(agent.marked("taken")).isVisible();
        assertThat(agent.marked("unsent")).containsText("Half a sent");
    }

    @Test
    void theKeysStandOnASheet() {
        var agent = stage.agent(0);
        agent.presses("?");
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).containsText("Accept the offer");
        agent.presses("Escape");
        assertThat(agent.page().getByRole(AriaRole.DIALOG)).isHidden();
    }

    private static void available(int agent) {
        stage.centre().setPresence(stage.centre().agents().get(agent), "AVAILABLE");
    }

    private static void returnsAreOffered(int seconds) {
        setReturns(Map.of("units", 1, "exclusive", false, "offerSeconds", seconds));
    }

    private static void setReturns(Map<String, Object> settings) {
        stage.centre().admin().put("/channels/RETURN_CASE", settings).as(200);
    }

    private static void awaitStatus(long ticket, String status) {
        await().until(() -> stage.centre().ticket(ticket).path("status").asText(), status::equals);
    }
}
