package org.patchbay.screens;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Supervisors see the floor, and act on it. */
class BoardIT {

    @RegisterExtension
    static final Stage stage = new Stage(2);

    @AfterEach
    void nothingRaisesAnAlarm() {
        stage.centre()
                .admin()
                .put("/queues/" + defaultQueue() + "/alarms", Map.of())
                .as(200);
    }

    @Test
    void whatWaitsAndWhoIsThereChangesWithoutAReload() {
        var supervisor = atTheBoard();
        var queue = supervisor.marked("queue-" + defaultQueue()).getByRole(AriaRole.CELL);
        var waiting = queue.first();
        var agent = supervisor.marked("agent-" + agent(0));
        assertThat(waiting).hasText("0");
        stage.centre().everybodyIs("AWAY");
        // The board reads at most once a second: after this long it has nothing more to read.
        assertThat(agent).containsText(Person.A_WHILE);

        long ticket = stage.centre().open();
        assertThat(waiting).hasText("1");
        assertThat(queue.nth(1)).hasText(Person.A_WHILE);

        stage.centre().setPresence(stage.centre().agents().getFirst(), "AVAILABLE");
        var available = supervisor.page().getByLabel("Available").locator("[data-testid=agent-" + agent(0) + "]");
        assertThat(available).containsText("1 of 1");
        assertThat(available).containsText("#" + ticket);
        assertThat(waiting).hasText("0");
    }

    @Test
    void aQueueLeadsToWhatWaitsInItAndToWhyItWaits() {
        var supervisor = atTheBoard();
        stage.centre().everybodyIs("AWAY");
        long ticket = stage.centre().open();
        link(supervisor.marked("queue-" + defaultQueue()), "Default").click();
        link(supervisor.marked("tickets"), "#" + ticket).click();
        assertThat(supervisor.role(AriaRole.HEADING, "Ticket " + ticket)).isVisible();
        var why = supervisor.role(AriaRole.REGION, "Why this agent");
        assertThat(why).containsText("Nobody could be given it.");
        // In the order in which they were hired, which was at once.
        assertThat(why).containsText(Pattern.compile("agent0, agent1: away|agent1, agent0: away"));

        stage.centre().setPresence(stage.centre().agents().getFirst(), "AVAILABLE");
        assertThat(why).containsText("Given to agent0 because they became free");
    }

    @Test
    void ticketsAreRaisedMovedGivenAndPulledBackByKey() {
        var lamps = stage.centre()
                .admin()
                .post("/queues", Map.of("name", "Lamps", "distribution", "LONGEST_IDLE"))
                .body()
                .path("id")
                .asLong();
        var agent = stage.agent(0);
        var supervisor = atTheBoard();
        stage.centre().everybodyIs("AWAY");
        long ticket = stage.centre().open();
        supervisor.presses("2");
        var row = supervisor.page().getByLabel("Select ticket " + ticket);
        row.focus();

        chooses(supervisor, "p", "Urgent");
        supervisor.sees("Ticket " + ticket + " is Urgent now.");
        assertEquals("URGENT", stage.centre().ticket(ticket).path("priority").asText());

        chooses(supervisor, "q", "Lamps");
        supervisor.sees("Ticket " + ticket + " is in Lamps now.");
        assertEquals(lamps, stage.centre().ticket(ticket).path("queueId").asLong());
        assertThat(supervisor.marked("tickets")).containsText("Lamps");

        stage.centre().setPresence(stage.centre().agents().getFirst(), "AVAILABLE");
        chooses(supervisor, "a", "agent0");
        supervisor.sees("Ticket " + ticket + " is with agent0 now.");
        assertEquals(agent(0), stage.centre().ticket(ticket).path("agentId").asLong());
        assertThat(supervisor.marked("tickets")).containsText("agent0");
        assertThat(agent.marked("ticket-" + ticket)).isVisible();
        assertThat(agent.marked("composer")).isVisible();
        agent.presses("n").fills("Reply to the customer", "Half a sent");

        // Its row goes with one state, and another comes with the next.
        row.focus();
        supervisor.presses("r").fills("Note for the history", "They ask for Lou.");
        supervisor.button("Pull back").click();
        supervisor.sees("Ticket " + ticket + " waits in Lamps again.");
        assertEquals("OPEN", stage.centre().ticket(ticket).path("status").asText());
        assertThat(agent.marked("taken")).isVisible();
    }

    @Test
    void severalAreActedOnTogetherAndWhatIsRefusedStaysSelected() {
        var supervisor = atTheBoard();
        stage.centre().everybodyIs("AWAY");
        long first = stage.centre().open();
        long second = stage.centre().open();
        supervisor.presses("2");
        var row = supervisor.page().getByLabel("Select ticket " + first);
        row.focus();
        supervisor.presses("x", "Shift+ArrowDown");
        assertThat(supervisor.role(AriaRole.TOOLBAR, "2 selected")).isVisible();
        chooses(supervisor, "p", "High");
        supervisor.sees("2 tickets are High now.");
        assertEquals("HIGH", stage.centre().ticket(first).path("priority").asText());
        assertEquals("HIGH", stage.centre().ticket(second).path("priority").asText());
        assertThat(row).not().isChecked();

        stage.centre().setPresence(stage.centre().agents().getFirst(), "AVAILABLE");
        assertThat(supervisor.marked("tickets")).containsText("agent0");
        supervisor.page().getByLabel("Select all").check();
        saysTogether(supervisor, "Resolve…", "How it was resolved", "Refunded.", "Resolve");
        supervisor.sees("Ticket " + first + " is resolved.");
        supervisor.sees("Ticket " + second + ": The state of this ticket does not allow that.");
        assertThat(supervisor.page().getByLabel("Select ticket " + second)).isChecked();

        // An agent who is free now has it, and it can be resolved.
        supervisor.button("Try the one that is left").click();
        supervisor.sees("Ticket " + second + " is resolved.");
        assertThat(supervisor.marked("rest")).isHidden();

        supervisor
                .page()
                .getByLabel("State", new Page.GetByLabelOptions().setExact(true))
                .selectOption("RESOLVED");
        assertThat(supervisor.page().getByLabel("Select ticket " + first)).isVisible();
        assertThat(supervisor.page().getByLabel("Select ticket " + second)).isVisible();
        supervisor.page().getByLabel("Select all").check();
        saysTogether(supervisor, "Close for good…", "Last words", "Goodbye.", "Close for good");
        supervisor.sees("2 tickets are closed.");
        assertEquals("CLOSED", stage.centre().ticket(first).path("status").asText());
        assertEquals("CLOSED", stage.centre().ticket(second).path("status").asText());
    }

    @Test
    void anAgentIsSentToLunchAndCalledBack() {
        stage.centre()
                .admin()
                .post("/presence-reasons", Map.of("name", "Lunch"))
                .as(201);
        var agent = stage.agent(0);
        var supervisor = atTheBoard();
        stage.centre().everybodyIs("AVAILABLE");
        assertThat(supervisor.marked("agent-" + agent(0))).containsText("0 of 1");
        assertThat(supervisor.page().getByLabel("Available")).containsText("agent0");

        supervisor.button("Actions for agent0").click();
        supervisor.role(AriaRole.MENUITEM, "Change presence").click();
        supervisor.role(AriaRole.OPTION, "Away: Lunch").click();
        supervisor.sees("agent0: Away: Lunch.");
        assertThat(agent.marked("presence")).containsText("Lunch");
        assertEquals("AWAY", presence());

        supervisor.presses("Control+z");
        supervisor.sees("Undone.");
        assertThat(agent.marked("presence")).containsText("Available");
        assertEquals("AVAILABLE", presence());
    }

    @Test
    void anAlarmIsRaisedWhenMoreWaitThanMayAndIsOverWhenTheyAreGone() {
        var supervisor = atTheBoard();
        link(supervisor.marked("queue-" + defaultQueue()), "Default").click();
        supervisor.fills("More tickets wait than", "1").button("Save").click();
        supervisor.sees("The alarms of Default are set.");
        var wall = stage.person("supervisor1", Person.DESKTOP);
        wall.page().navigate("/wall");
        assertThat(wall.marked("wall")).containsText("All is calm");

        supervisor.page().navigate("/board");
        stage.centre().open();
        var queue = supervisor.marked("queue-" + defaultQueue());
        assertThat(queue.getByRole(AriaRole.CELL).first()).hasText("1");
        assertThat(supervisor.marked("alarms")).isHidden();

        long oneMore = stage.centre().open();
        assertThat(supervisor.marked("alarms")).hasText("Default: 2 wait, 1 may");
        assertThat(supervisor.marked("alarm-news")).hasText("Alarm in Default: 2 wait, 1 may.");
        assertThat(queue).containsText("2 wait, 1 may");
        assertThat(wall.role(AriaRole.HEADING, "Default")).isVisible();
        assertThat(wall.marked("wall-alarm")).containsText("Default: 2 wait, 1 may");

        stage.centre().admin().post("/tickets/" + oneMore + "/cancel", Map.of()).as(200);
        assertThat(supervisor.marked("alarms")).isHidden();
        assertThat(supervisor.marked("alarm-news")).hasText("The alarm in Default is over.");
        assertThat(wall.marked("wall")).containsText("All is calm");

        wall.presses("Escape");
        assertThat(wall.marked("queues")).isVisible();
    }

    private static Person atTheBoard() {
        var supervisor = stage.staff("supervisor");
        supervisor.page().navigate("/board");
        assertThat(supervisor.marked("queue-" + defaultQueue())).isVisible();
        return supervisor;
    }

    /** Acts on the ticket whose row has the focus. */
    private static void chooses(Person supervisor, String key, String wanted) {
        supervisor.presses(key);
        var dialog = supervisor.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Search").fill(wanted);
        assertThat(dialog.locator("[data-combobox-selected]")).containsText(wanted);
        supervisor.presses("Enter");
    }

    /** Writes to the customers of all selected tickets. */
    private static void saysTogether(Person supervisor, String act, String label, String words, String send) {
        button(supervisor.role(AriaRole.TOOLBAR, "selected"), act).click();
        supervisor.fills(label, words);
        button(supervisor.page().getByRole(AriaRole.DIALOG), send).click();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static long agent(int number) {
        return stage.centre().agents().get(number).id();
    }

    private static String presence() {
        return stage.centre()
                .admin()
                .get("/agents/" + agent(0))
                .body()
                .path("presence")
                .asText();
    }

    private static long defaultQueue() {
        return stage.centre()
                .admin()
                .get("/queues")
                .body()
                .path("items")
                .valueStream()
                .filter(queue -> queue.path("isDefault").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }
}
