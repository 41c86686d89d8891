package org.patchbay.screens;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.proof.SupportCentre;
import org.patchbay.testing.Client;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** An admin sets a centre up, and changes its settings. */
class AdministrationIT {

    @RegisterExtension
    static final Stage stage = new Stage(2);

    @Test
    void aQueueIsServedByAnAgentAndAGroupThatAreNew() {
        var admin = stage.admin();
        makes(admin, "skills", "New skill", "Soldering");
        admin.button("Create").click();
        admin.sees("Created");
        makes(admin, "groups", "New group", "Workshop");
        admin.button("Create").click();
        assertThat(admin.role(AriaRole.HEADING, "Workshop")).isVisible();
        makes(admin, "agents", "New agent", "Ada");
        admin.fills("User name", "ada").fills("First password", SupportCentre.PASSWORD);
        admin.button("Create").click();
        assertThat(admin.role(AriaRole.HEADING, "Ada")).isVisible();
        makes(admin, "queues", "New queue", "Repairs");
        admin.button("Create").click();
        chooses(admin, "Add an agent", "Ada");
        chooses(admin, "Add a group", "Workshop");
        admin.button("Save").click();
        admin.sees("Saved");

        admin.page().reload();
        var members = admin.role(AriaRole.TABLE, "Who serves it");
        assertThat(members).containsText("Ada");
        assertThat(members).containsText("Workshop");
        assertListed(admin, "queues", "Repairs");
        assertListed(admin, "agents", "Ada");
        assertListed(admin, "groups", "Workshop");
        assertListed(admin, "skills", "Soldering");
        stage.person("ada", Person.DESKTOP).sees("Nothing in hand");
    }

    @Test
    void anAgentWhomAnAdminMadeResolvesTheReturnOfACustomerWhomAnAdminMade() {
        var admin = stage.admin();
        makes(admin, "customers", "New customer", "Nora");
        admin.fills("E-mail", "nora@example.org")
                .page()
                .getByLabel("Give them a user name")
                .check();
        // The switch is labelled with a user name, too.
        admin.role(AriaRole.TEXTBOX, "User name").fill("nora");
        admin.fills("First password", SupportCentre.PASSWORD);
        admin.button("Create").click();
        assertThat(admin.role(AriaRole.HEADING, "Nora")).isVisible();
        makes(admin, "agents", "New agent", "Otto");
        admin.fills("User name", "otto").fills("First password", SupportCentre.PASSWORD);
        admin.button("Create").click();
        assertThat(admin.role(AriaRole.HEADING, "Otto")).isVisible();
        stage.centre().order("nora@example.org", "N-1");

        var nora = stage.person("nora", Person.PHONE);
        nora.marked("order").getByRole(AriaRole.BUTTON).click();
        nora.role(AriaRole.RADIO, "It is damaged").click();
        nora.button("Send").click();
        nora.sees("Waiting for somebody free");

        var otto = stage.person("otto", Person.DESKTOP);
        otto.button("Become available").click();
        nora.sees("Otto is working on it");
        assertThat(otto.marked("composer")).isVisible();
        otto.presses("r")
                .fills("How it was resolved", "A new one is on its way.")
                .presses("Control+Enter");
        nora.sees("Solved");
    }

    @Test
    void anOperatorMakesAnOrganisationAndSuspendsIt() {
        var operator = stage.stranger(Person.DESKTOP);
        operator.signIn("operators", "operator", SupportCentre.PASSWORD);
        operator.button("New organisation").click();
        operator.fills("Name", "Acme Lamps").fills("Short name", "Acme");
        operator.fills("Name of the first admin", "Alex").fills("E-mail of the admin", "alex@acme.example");
        operator.button("Create").click();
        operator.sees("must be a DNS label in lower case");
        operator.fills("Short name", "acme").button("Create").click();
        operator.sees("The invitation is on its way.");

        var acme = operator.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Acme Lamps"));
        assertThat(acme).containsText("Active");
        operator.button("Actions for Acme Lamps").click();
        operator.role(AriaRole.MENUITEM, "Suspend").click();
        exact(operator, "Suspend").click();
        assertThat(acme).containsText("Suspended");
        operator.button("Actions for Acme Lamps").click();
        operator.role(AriaRole.MENUITEM, "Activate").click();
        exact(operator, "Activate").click();
        assertThat(acme).containsText("Active");
        operator.page().navigate("/admin");
        assertThat(operator.role(AriaRole.HEADING, "Organisations")).isVisible();
    }

    @Test
    void aRuleIsWrittenMendedTriedAndPublishedAndThenDecides() {
        var centre = stage.centre();
        long lamps = make("/queues", Map.of("name", "Lamps", "distribution", "LONGEST_IDLE"));
        long french = make("/skills", Map.of("name", "French"));
        make("/tags", Map.of("name", "Loud", "colour", "RED"));
        make("/ticket-fields", Map.of("key", "amount", "label", "Amount", "type", "NUMBER"));
        var agents = centre.agents();
        put(
                "/queues/" + lamps + "/members",
                agents.stream()
                        .map(agent -> Map.of("agentId", agent.id(), "tier", 1))
                        .toList());
        put("/agents/" + agents.getFirst().id() + "/skills", List.of(Map.of("skillId", french, "level", 7)));
        centre.setPresence(agents.getFirst(), "AVAILABLE");

        var admin = stage.admin();
        makes(admin, "policies", "New policy", "Broken things");
        admin.button("Create").click();
        admin.button("Write the first draft").click();
        admin.button("Add a rule").click();
        admin.fills("Name of the rule", "Damaged");
        var condition = admin.role(AriaRole.TEXTBOX, "Condition");
        condition.fill("reason = 'DAMAGED'");
        assertThat(admin.marked("mistake-mark")).isVisible();
        assertThat(admin.marked("rule")).containsText("Line 1, column 8:");
        assertThat(admin.marked("draft-state")).containsText("Not saved: correct what is marked");
        assertThat(admin.button("Publish")).isDisabled();

        condition.fill("reason == 'DAMAGED' || 'Loud' in tags && fields.amount > 5.0");
        assertThat(admin.marked("mistake-mark")).isHidden();
        chooses(admin, "The default queue", "Lamps");
        chooses(admin, "Require a skill", "French");
        assertThat(admin.marked("draft-state")).containsText("All changes are saved");

        admin.role(AriaRole.TAB, "Try it").click();
        admin.role(AriaRole.COMBOBOX, "Tags").click();
        admin.role(AriaRole.OPTION, "Loud").click();
        admin.fills("Amount", "5.5");
        exact(admin, "Try").click();
        assertThat(admin.marked("trial-result")).containsText("“Damaged” holds");
        admin.fills("Amount", "4.5");
        exact(admin, "Try").click();
        assertThat(admin.marked("trial-result")).not().containsText("“Damaged” holds");

        admin.role(AriaRole.COMBOBOX, "Reason").click();
        admin.role(AriaRole.OPTION, "Damaged").click();
        exact(admin, "Try").click();
        assertThat(admin.marked("trial-result")).containsText("“Damaged” holds");
        assertThat(admin.marked("trial-result")).containsText("It waits in Lamps.");
        assertThat(admin.marked("candidate")).containsText(new String[] {
            "agent0could take it", "agent1has French at level 0, 5 is required",
        });

        admin.button("Publish").click();
        admin.page().getByRole(AriaRole.DIALOG).getByText("Publish").last().click();
        admin.sees("Version 1 decides now");
        assertEquals(lamps, centre.ticket(centre.open()).path("queueId").asLong());

        admin.button("Withdraw").click();
        admin.page().getByRole(AriaRole.DIALOG).getByText("Withdraw").last().click();
        admin.sees("Nothing is published now");
        assertNotEquals(lamps, centre.ticket(centre.open()).path("queueId").asLong());
    }

    @Test
    void itIsClosedOnAHoliday() {
        var admin = stage.admin();
        makes(admin, "hours", "New business hours", "Shop hours");
        admin.button("Create").click();
        var at = admin.page().getByLabel("Open at another time?");
        at.fill("2026-12-25T10:00");
        assertThat(admin.page().getByText("Yes", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        admin.button("Add a day").click();
        admin.fills("Date", "2026-12-25").fills("What it is", "Christmas");
        admin.button("Save").click();
        admin.sees("Saved");
        admin.page().reload();
        assertThat(admin.page().getByLabel("What it is")).hasValue("Christmas");
        at.fill("2026-12-25T10:00");
        assertThat(admin.page().getByText("No", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void anAgentBecomesASupervisorAndWatchesTheBoard() {
        var admin = stage.admin();
        admin.page().navigate("/admin/accounts");
        admin.button("Actions for agent0").click();
        admin.role(AriaRole.MENUITEM, "Change roles").click();
        var roles = admin.role(AriaRole.DIALOG, "The roles of agent0");
        roles.getByLabel("Supervisor").check();
        roles.getByText("Save").click();
        admin.sees("Their roles are changed");

        var leader = stage.agent(0);
        leader.page().navigate("/board");
        leader.sees("agent1");
    }

    @Test
    void theSecretOfAnApiClientIsShownOnce() {
        var admin = stage.admin();
        makes(admin, "api-clients", "New API client", "Shop");
        admin.page().getByLabel("tickets: read").check();
        admin.button("Create").click();
        var id = admin.role(AriaRole.GROUP, "Client ID").textContent();
        var secret = admin.role(AriaRole.GROUP, "Secret").textContent();
        assertThat(admin.button("Done")).isDisabled();
        admin.page().getByLabel("I have kept it safely").check();
        admin.button("Done").click();
        assertThat(admin.text(secret)).isHidden();
        admin.page().reload();
        admin.sees(id);
        assertThat(admin.text(secret)).isHidden();

        var shop = new Client(List.of(URI.create(stage.address()))).signedInAsClient(id, secret);
        assertEquals(200, shop.get("/tickets").status());
        assertEquals(403, shop.get("/customers").status());
    }

    @Test
    void theAuditSaysWhoDidWhatAndThatNobodyTamperedWithIt() {
        var admin = stage.admin();
        makes(admin, "skills", "New skill", "Upholstery");
        admin.button("Create").click();
        admin.sees("Created");
        admin.page().navigate("/admin/audit");
        var latest =
                admin.role(AriaRole.TABLE, "Audit log").getByRole(AriaRole.ROW).nth(1);
        assertThat(latest).containsText("admin");
        assertThat(latest).containsText("Skill created");
        latest.getByRole(AriaRole.BUTTON).click();
        assertThat(admin.role(AriaRole.REGION, "Details of entry")).containsText("Upholstery");
        admin.button("Verify").click();
        admin.sees("nobody tampered with them");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        long queue = make("/queues", Map.of("name", "Phones", "distribution", "LONGEST_IDLE"));
        var admin = stage.admin();
        admin.page().navigate("/admin/queues/" + queue);
        admin.fills("Name", "My phones");
        put("/queues/" + queue, Map.of("name", "Their phones", "distribution", "LONGEST_IDLE"));
        admin.presses("Control+s");
        var conflict = admin.page().getByRole(AriaRole.ALERT);
        assertThat(conflict).containsText("Somebody else changed this meanwhile");
        assertThat(conflict).containsText("Their phones");
        assertThat(conflict).containsText("My phones");
        assertEquals("Their phones", name(queue));

        admin.button("Show theirs").click();
        assertThat(admin.page().getByLabel("Name").first()).hasValue("Their phones");
        assertThat(conflict).isHidden();
        assertEquals("Their phones", name(queue));
    }

    /** Opens the form that makes one, and names it. */
    private static void makes(Person admin, String section, String button, String name) {
        admin.page().navigate("/admin/" + section);
        admin.button(button).click();
        admin.fills("Name", name);
    }

    private static void chooses(Person admin, String placeholder, String wanted) {
        admin.page().getByPlaceholder(placeholder).click();
        admin.role(AriaRole.OPTION, wanted).click();
    }

    private static void assertListed(Person admin, String section, String name) {
        admin.page().navigate("/admin/" + section);
        assertThat(admin.page()
                        .getByText(name, new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    private static Locator exact(Person admin, String button) {
        return admin.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true));
    }

    private static long make(String path, Map<String, Object> what) {
        return stage.centre().admin().post(path, what).as(201).id();
    }

    private static void put(String path, Object what) {
        stage.centre().admin().put(path, what).as(200);
    }

    private static String name(long queue) {
        return stage.centre()
                .admin()
                .get("/queues/" + queue)
                .body()
                .path("name")
                .asText();
    }
}
