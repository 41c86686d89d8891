package org.patchbay.shared.epoch;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.unique;

/** Replicas remember configuration until the organisation's epoch grows. */
@QuarkusTest
class EpochTest {

    /** These change all the time: nothing of them is remembered by the epoch. */
    private static final List<String> NO_CONFIGURATION = List.of(
            "/accounts",
            "/agents/{id}/give-back",
            "/agents/{id}/presence",
            "/api-clients",
            "/attachments",
            "/audit",
            "/auth",
            "/case",
            "/customers",
            "/deliveries",
            "/mail-settings",
            "/me",
            "/offers",
            "/conversations",
            "/calls",
            "/recordings",
            "/orders",
            "/organisations/{id}/admins",
            "/routing-policies/{id}/versions/{number}/test",
            "/tickets");

    private static final List<String> ASKED_BY_NO_TICKET = List.of(
            "POST /organisations",
            "POST /routing-policies/{id}/versions",
            "PUT /routing-policies/{id}/versions/{number}");

    private final TreeSet<String> walked = new TreeSet<>();
    private TestOrganisation house;
    private long organisation;
    private Person by;

    @BeforeEach
    void found() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        by = house.admin();
    }

    @Test
    void everyChangeOfConfigurationCounts() {
        groups();
        agents();
        queues();
        policies();
        labels();
        organisation();
        var missing = new TreeSet<String>();
        for (var operation : OpenApi.read().operations()) {
            if (mayChangeConfiguration(operation)) {
                missing.add(name(operation));
            }
        }
        missing.removeAll(walked);
        assertEquals(List.of(), List.copyOf(missing), "operations of which this test knows no change");
    }

    @Test
    void aTicketDoesNotCount() {
        var customer = house.customer();
        long before = epoch();
        house.ticket(customer);
        house.present(house.agent(), "AVAILABLE");
        assertEquals(before + 1, epoch(), "only the agent is new");
    }

    @Test
    void aRefusedChangeDoesNotCount() {
        long before = epoch();
        Wire.send(by.token(), "DELETE", API + "/queues/" + defaultQueue(), null).as(409);
        Wire.send(by.token(), "PUT", API + "/isolation", Map.of("tickets", true))
                .as(400);
        assertEquals(before, epoch());
    }

    @Test
    void otherOrganisationsReadNothingAgain() {
        var other = TestOrganisation.ofNewOrganisation();
        long before = epoch();
        other.skill("French");
        assertEquals(before, epoch());
    }

    private void groups() {
        var person = house.supervisor();
        long group = id(counts("POST", "/groups", Map.of("name", "Berlin")));
        counts("PUT", "/groups/{id}", Map.of("name", "Hamburg"), group);
        counts("PUT", "/groups/{id}/members/{accountId}", Map.of("sees", "GROUP"), group, person.account());
        counts("DELETE", "/groups/{id}/members/{accountId}", null, group, person.account());
        counts("DELETE", "/groups/{id}", null, group);
        counts("PUT", "/isolation", Map.of("tickets", true, "customers", false, "agents", false));
        counts("PUT", "/isolation", Map.of("tickets", false, "customers", false, "agents", false));
    }

    private void agents() {
        long skill = id(counts("POST", "/skills", Map.of("name", "French")));
        counts("PUT", "/skills/{id}", Map.of("name", "German"), skill);
        var signIn = TestOrganisation.credentials(unique("agent"));
        long agent = id(counts("POST", "/agents", Map.of("name", "Agent", "signIn", signIn)));
        counts("PUT", "/agents/{id}", Map.of("name", "Agent", "capacity", 2), agent);
        counts("PUT", "/agents/{id}/skills", List.of(Map.of("skillId", skill, "level", 3)), agent);
        counts("PUT", "/agents/{id}/limits", List.of(Map.of("channel", "CHAT", "maximum", 1)), agent);
        counts("DELETE", "/agents/{id}", null, agent);
        long spare = id(counts("POST", "/skills", Map.of("name", "Spare")));
        counts("DELETE", "/skills/{id}", null, spare);
        long reason = id(counts("POST", "/presence-reasons", Map.of("name", "Lunch")));
        counts("PUT", "/presence-reasons/{id}", Map.of("name", "Break"), reason);
        counts("DELETE", "/presence-reasons/{id}", null, reason);
        counts("PUT", "/chat-form", Map.of("greeting", Map.of("en", "Hello"), "questions", List.of()));
        counts("PUT", "/call-setting", Map.of("voice", true, "video", false, "listenersShown", true));
        counts(
                "PUT",
                "/recording-setting",
                Map.of(
                        "rules",
                        List.of(Map.of("mode", "ALWAYS", "kind", "VOICE")),
                        "announcement",
                        Map.of("en", "We record."),
                        "consent",
                        "ANNOUNCE",
                        "retentionDays",
                        90,
                        "agentsMayListen",
                        false));
        counts("PUT", "/attendance", Map.of("answerWithinSeconds", 60, "returnAfterSeconds", 600));
    }

    private void queues() {
        var mondays = Map.of("day", "MONDAY", "from", "09:00", "to", "17:00");
        var office = Map.of("name", "Office", "timeZone", "Europe/Berlin", "weekly", List.of(mondays));
        long hours = id(counts("POST", "/business-hours", office));
        counts("PUT", "/business-hours/{id}", Map.of("name", "Shop", "timeZone", "UTC", "weekly", List.of()), hours);
        counts("DELETE", "/business-hours/{id}", null, hours);
        long queue = id(counts("POST", "/queues", Map.of("name", "Returns", "distribution", "LONGEST_IDLE")));
        counts("PUT", "/queues/{id}", Map.of("name", "Repairs", "distribution", "ROUND_ROBIN"), queue);
        counts(
                "PUT",
                "/queues/{id}/members",
                List.of(Map.of("agentId", house.agent().id())),
                queue);
        counts("PUT", "/queues/{id}/alarms", Map.of("maxWaiting", 5), queue);
        counts("DELETE", "/queues/{id}", null, queue);
        counts("PUT", "/channels/{channel}", Map.of("units", 2, "exclusive", false), "CHAT");
    }

    private void policies() {
        long policy = id(counts("POST", "/routing-policies", Map.of("name", "Policy")));
        counts("PUT", "/routing-policies/{id}", Map.of("name", "Rules"), policy);
        var rule = Map.of("name", "All", "priority", "HIGH");
        Wire.send(by.token(), "POST", API + "/routing-policies/" + policy + "/versions", Map.of("rules", List.of(rule)))
                .as(201);
        counts("POST", "/routing-policies/{id}/versions/{number}/publish", null, policy, 1);
        counts("POST", "/routing-policies/{id}/versions/{number}/withdraw", null, policy, 1);
        counts("DELETE", "/routing-policies/{id}", null, policy);
    }

    private void labels() {
        long tag = id(counts("POST", "/tags", Map.of("name", "VIP", "colour", "GREEN")));
        counts("PUT", "/tags/{id}", Map.of("name", "VIP", "colour", "RED", "archived", true), tag);
        counts("DELETE", "/tags/{id}", null, tag);
        long field = id(counts("POST", "/ticket-fields", Map.of("key", "serial", "label", "Serial", "type", "TEXT")));
        counts("PUT", "/ticket-fields/{id}", Map.of("label", "Number", "archived", false), field);
        counts("DELETE", "/ticket-fields/{id}", null, field);
        var view = Map.of("name", "View", "filter", Map.of(), "columns", List.of("id"), "shared", true);
        long saved = id(counts("POST", "/ticket-views", view));
        var renamed = Map.of("name", "All", "filter", Map.of(), "columns", List.of("id"), "shared", true);
        counts("PUT", "/ticket-views/{id}", renamed, saved);
        counts("DELETE", "/ticket-views/{id}", null, saved);
        var steps = Map.of("note", "Looked at");
        long macro = id(counts("POST", "/macros", Map.of("name", "Look", "steps", steps)));
        counts("PUT", "/macros/{id}", Map.of("name", "Look at", "steps", steps), macro);
        counts("DELETE", "/macros/{id}", null, macro);
        long reply = id(counts("POST", "/saved-replies", Map.of("name", "Greeting", "text", "Hello", "shared", true)));
        counts("PUT", "/saved-replies/{id}", Map.of("name", "Greeting", "text", "Hi", "shared", true), reply);
        counts("DELETE", "/saved-replies/{id}", null, reply);
    }

    private void organisation() {
        counts("PUT", "/retention", Map.of("closedTicketsDays", 400));
        counts("PUT", "/organisations/{id}/widget", Map.of("origins", List.of("https://shop.example")), organisation);
        long key = id(counts("POST", "/organisations/{id}/identity-keys", Map.of("algorithm", "HS256"), organisation));
        counts("DELETE", "/organisations/{id}/identity-keys/{keyId}", null, organisation, key);
        by = TestOrganisation.operator();
        counts("PUT", "/organisations/{id}", Map.of("name", "Renamed", "timeZone", "Europe/Berlin"), organisation);
        counts("POST", "/organisations/{id}/suspend", null, organisation);
        counts("POST", "/organisations/{id}/activate", null, organisation);
        counts("DELETE", "/organisations/{id}", null, organisation);
    }

    /** A change after which the epoch is greater. */
    private JsonNode counts(String method, String path, Object body, Object... parameters) {
        var filled = path;
        for (var parameter : parameters) {
            filled = filled.replaceFirst("\\{\\w+}", parameter.toString());
        }
        long before = epoch();
        var answer = Wire.send(by.token(), method, API + filled, body);
        assertTrue(answer.status() < 300, () -> method + " " + path + ": " + answer);
        assertTrue(epoch() > before, () -> method + " " + path + " changes configuration that replicas remember");
        walked.add(method + " " + path);
        return answer.text().isEmpty() ? null : answer.json();
    }

    private static boolean mayChangeConfiguration(Operation operation) {
        var name = name(operation);
        return !operation.method().equals("GET")
                && !ASKED_BY_NO_TICKET.contains(name)
                // A provider at the other end would be needed; FederatedSignInTest has one.
                && !name.endsWith("/sign-in")
                && NO_CONFIGURATION.stream().noneMatch(path -> (path(operation) + "/").startsWith(path + "/"));
    }

    private static String name(Operation operation) {
        return operation.method() + " " + path(operation);
    }

    private static String path(Operation operation) {
        return operation.path().substring(API.length());
    }

    private static long id(JsonNode made) {
        return made.path("id").asLong();
    }

    private long defaultQueue() {
        return TestDatabase.count("select id from queue where is_default and organisation_id = " + organisation);
    }

    private long epoch() {
        return TestDatabase.count("select value from epoch where organisation_id = " + organisation);
    }
}
