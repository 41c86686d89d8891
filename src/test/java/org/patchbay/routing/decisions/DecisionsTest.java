package org.patchbay.routing.decisions;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.routing.matching.Matcher;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** The decisions about tickets. */
@QuarkusTest
class DecisionsTest {

    @Inject
    Matcher matcher;

    @Inject
    DecisionRetention old;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private Person customer;
    private Person shop;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        shop = house.integration();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoIsPassedOverIsToldWithTheReasonAndItsFigures() {
        long queue = house.queue("French", Map.of("wrapUpSeconds", 600));
        long french = house.skill("French");
        var chosen = house.agent();
        var later = house.agent();
        var offline = house.agent();
        var away = house.agent();
        var notes = house.agent();
        var full = house.agent();
        var limited = house.agent(2);
        var beginner = house.agent();
        var outsider = house.availableAgent();
        var members = List.of(chosen, later, offline, away, notes, full, limited, beginner);
        serve(queue, members);
        members.forEach(agent -> house.skilled(agent, french, agent.equals(beginner) ? 3 : 8));
        house.admin()
                .sends(List.of(Map.of("channel", "RETURN_CASE", "maximum", 1)))
                .put(API + "/agents/{id}/limits", limited.id())
                .then()
                .statusCode(200);
        house.present(notes, "AVAILABLE");
        notes.takes("resolve", heldTicket(queue, notes)).then().statusCode(200);
        for (var busy : List.of(full, limited)) {
            house.present(busy, "AVAILABLE");
            heldTicket(queue, busy);
        }
        house.present(away, "AWAY");
        house.present(beginner, "AVAILABLE");
        house.present(chosen, "AVAILABLE");
        house.present(later, "AVAILABLE");

        long ticket = ticketIn(queue, Map.of("requiredSkills", List.of(Map.of("skillId", french, "level", 7))));
        house.awaitHeldBy(chosen, ticket);
        var decision = onlyDecision(ticket);
        assertEquals("ASSIGNED", decision.getString("outcome"));
        assertEquals("MATCHER", decision.getString("basis"));
        assertEquals("LONGEST_IDLE", decision.getString("distribution"));
        assertEquals(chosen.id(), decision.getLong("agentId"));
        assertEquals(queue, decision.getLong("requirement.queueId"));
        assertEquals("RETURN_CASE", decision.getString("requirement.channel"));
        assertEquals(french, decision.getLong("requirement.skills[0].skillId"));
        assertEquals(7, decision.getInt("requirement.skills[0].level"));
        assertEquals("French", decision.getString("requirement.skills[0].skillName"));
        assertNotNull(decision.getString("requirement.queueName"));
        assertEquals("French", decision.getString("candidates.find{it.passedOver == 'LACKS_SKILL'}.skillName"));
        assertTrue(decision.getInt("micros") > 0);
        assertNull(decision.get("counts"));
        var reasons = new HashMap<Long, String>();
        reasons.put(chosen.id(), null);
        reasons.put(later.id(), "LATER_IN_ORDER");
        reasons.put(offline.id(), "OFFLINE");
        reasons.put(away.id(), "AWAY");
        reasons.put(notes.id(), "WRAP_UP");
        reasons.put(full.id(), "AT_CAPACITY");
        reasons.put(limited.id(), "CHANNEL_LIMIT");
        reasons.put(beginner.id(), "LACKS_SKILL");
        reasons.put(outsider.id(), "NOT_IN_QUEUE");
        assertEquals(reasons, reasons(decision));
        assertEquals(Map.of("skillId", (int) french, "requiredLevel", 7, "level", 3), figures(decision, beginner));
        assertEquals(Map.of("load", 1, "capacity", 1, "cost", 1), figures(decision, full));
        assertEquals(Map.of("held", 1, "maximum", 1), figures(decision, limited));
        assertEquals(chosen.name(), decision.getString("candidates[0].agentName"));
        assertTrue(figures(decision, chosen)
                        .get("idleSince")
                        .toString()
                        .compareTo(figures(decision, later).get("idleSince").toString())
                < 0);
    }

    @Test
    void whoCameFirstButIsJustBeingGivenAnotherTicketIsToldToo() throws SQLException {
        long queue = house.queue("Two");
        var first = house.agent();
        var second = house.agent();
        serve(queue, List.of(first, second));
        house.present(second, "AVAILABLE");
        // The ticket's pool is made with it, under the locks of all agents; then the agent who resolved it comes
        // second.
        long earlier = ticketIn(queue, Map.of());
        house.awaitHeldBy(second, earlier);
        house.present(first, "AVAILABLE");
        second.takes("resolve", earlier).then().statusCode(200);
        try (var matcher = TestDatabase.connect();
                var statement = matcher.createStatement()) {
            matcher.setAutoCommit(false);
            statement.execute("select * from agent where id = " + first.id() + " for update");
            long ticket = ticketIn(queue, Map.of());
            house.awaitHeldBy(second, ticket);
            assertEquals(
                    "BEING_MATCHED",
                    onlyDecision(ticket)
                            .getString("candidates.find{it.agentId == %d}.passedOver".formatted(first.id())));
            matcher.rollback();
        }
    }

    @Test
    void thatNobodyWasFoundIsToldAgainOnlyOnceSomethingChanged() {
        var agent = house.agent();
        long ticket = house.ticket(customer);
        awaitDecisions(ticket, 1);
        seekAgain(ticket);
        seekAgain(ticket);
        var nobody = onlyDecision(ticket);
        assertEquals("NOBODY", nobody.getString("outcome"));
        assertNull(nobody.get("agentId"));
        assertEquals("OFFLINE", reasons(nobody).get(agent.id()));
        house.present(agent, "AWAY");
        seekAgain(ticket);
        seekAgain(ticket);
        assertEquals(
                List.of("OFFLINE", "AWAY"),
                house.admin()
                        .reads("/tickets/{id}/decisions", ticket)
                        .getList("items.collect{it.candidates[0].passedOver}"));
    }

    @Test
    void whoRefusedIsPassedOverAndTheOfferIsTold() {
        house.offering(600);
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        awaitDecisions(ticket, 1);
        long offer = agent.reads("/offers").getLong("items[0].id");
        agent.asks()
                .contentType("application/json")
                .post(API + "/offers/{id}/decline", offer)
                .then()
                .statusCode(200);
        awaitDecisions(ticket, 2);
        var decisions = house.admin().reads("/tickets/{id}/decisions", ticket);
        assertEquals(List.of("OFFERED", "NOBODY"), decisions.getList("items.outcome"));
        assertEquals("REFUSED_BEFORE", decisions.getString("items[1].candidates[0].passedOver"));
    }

    @Test
    void whoIsNotTheTargetIsPassedOverAndTheRuleIsTold() {
        house.publish(house.policy(
                List.of(Map.of("name", "Again", "target", Map.of("kind", "LAST_AGENT", "forSeconds", 600)))));
        var last = house.availableAgent();
        long first = house.ticket(customer);
        house.awaitHeldBy(last, first);
        var other = house.availableAgent();
        house.admin().takes("resolve", first).then().statusCode(200);
        long second = house.ticket(customer);
        house.awaitHeldBy(last, second);
        var decision = onlyDecision(second);
        assertEquals("NOT_THE_TARGET", reasons(decision).get(other.id()));
        assertEquals(last.id(), decision.getLong("requirement.targetAgentId"));
        assertEquals(last.name(), decision.getString("requirement.targetAgentName"));
        assertEquals("Again", decision.getString("ruleName"));
        assertEquals(1, decision.getInt("policyVersion"));
        assertNotNull(decision.get("policyVersionId"));
    }

    @Test
    void whoIsFreedTakesTheNextAndNobodyElseIsLookedAt() {
        var agent = house.agent();
        house.agent();
        long first = house.queue("First");
        long second = house.queue("Second");
        house.serve(first, agent);
        house.serve(second, agent);
        long older = ticketIn(first, Map.of());
        long younger = ticketIn(second, Map.of());
        awaitDecisions(older, 1);
        awaitDecisions(younger, 1);
        house.present(agent, "AVAILABLE");
        var decision = decision(older, 1);
        assertEquals("FREED_AGENT", decision.getString("basis"));
        assertEquals(2, decision.getInt("pools"));
        var alone = new HashMap<Long, String>();
        alone.put(agent.id(), null);
        assertEquals(alone, reasons(decision));
    }

    @Test
    void whoeverASupervisorChoosesIsToldWithTheSupervisor() {
        var supervisor = house.supervisor();
        var holder = house.availableAgent();
        long ticket = house.ticket(customer);
        house.awaitHeldBy(holder, ticket);
        var chosen = house.availableAgent();
        supervisor
                .sends(Map.of("agentId", chosen.id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .statusCode(200);
        var decision = decision(ticket, 1);
        assertEquals("SUPERVISOR", decision.getString("basis"));
        assertEquals("ASSIGNED", decision.getString("outcome"));
        assertEquals(supervisor.id(), decision.getLong("actorId"));
        assertEquals(supervisor.name(), decision.getString("actorName"));
        assertEquals(chosen.id(), decision.getLong("agentId"));
        assertEquals(chosen.name(), decision.getString("agentName"));
    }

    @Test
    void agentsOutOfSightAreOnlyCounted() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var berliner = house.agent();
        var other = house.agent();
        house.member(berlin, berliner, "GROUP");
        house.member(munich, other, "GROUP");
        var supervisor = house.supervisor();
        house.member(berlin, supervisor, "GROUP");
        house.isolate(true, false, true);
        house.present(other, "AVAILABLE");
        house.present(berliner, "AVAILABLE");
        long ticket = house.ticket(house.customerOf(berlin));
        house.awaitHeldBy(berliner, ticket);
        assertEquals("NOT_IN_GROUP", reasons(onlyDecision(ticket)).get(other.id()));
        var seen = supervisor.reads("/tickets/{id}/decisions", ticket);
        assertEquals(List.of(List.of((int) berliner.id())), seen.getList("items.candidates.agentId"));
        assertEquals(1, seen.getInt("items[0].hidden"));
        house.isolate(false, false, false);
    }

    @Test
    void whereManyServeTheQueueTheNextInOrderAreNamedAndTheOthersCounted() {
        var agents = Stream.generate(house::agent).limit(22).toList();
        var free = agents.subList(0, 6);
        free.forEach(agent -> house.present(agent, "AVAILABLE"));
        long ticket = house.ticket(customer);
        house.awaitHeldBy(free.getFirst(), ticket);
        var decision = onlyDecision(ticket);
        assertEquals(
                free.subList(0, 4).stream().map(agent -> (int) agent.id()).toList(),
                decision.getList("candidates.agentId"));
        assertEquals(Map.of("LATER_IN_ORDER", 6, "OFFLINE", 16), decision.getMap("counts"));
        assertNotNull(decision.get("countsAsOf"));
    }

    @Test
    void decisionsAreForgottenAfterSomeTime() {
        house.agent();
        long ticket = house.ticket(customer);
        long kept = house.ticket(customer);
        awaitDecisions(ticket, 1);
        awaitDecisions(kept, 1);
        TestDatabase.execute("update decision set at = utc_timestamp(6) - interval 91 day where ticket_id = " + ticket);
        TestDatabase.execute("update decision set at = utc_timestamp(6) - interval 89 day where ticket_id = " + kept);
        old.purge();
        assertEquals(0, count(ticket));
        assertEquals(1, count(kept));
        assertEquals(
                List.of(),
                house.admin().reads("/tickets/{id}/decisions", ticket).getList("items"));
    }

    private void serve(long queue, List<Person> agents) {
        house.admin()
                .sends(agents.stream()
                        .map(agent -> Map.of("agentId", agent.id()))
                        .toList())
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
    }

    private long ticketIn(long queue, Map<String, Object> more) {
        var request = new HashMap<>(more);
        request.put("queueId", queue);
        return house.ticket(shop, house.order(customer), request);
    }

    private long heldTicket(long queue, Person agent) {
        long ticket = ticketIn(queue, Map.of());
        house.awaitHeldBy(agent, ticket);
        return ticket;
    }

    /** As a message that comes twice would. */
    private void seekAgain(long ticket) {
        long organisation = TestDatabase.count("select organisation_id from ticket where id = " + ticket);
        currentOrganisation.in(organisation, () -> {
            matcher.matchTicket(ticket);
        });
    }

    private static long count(long ticket) {
        return TestDatabase.count("select count(*) from decision where ticket_id = " + ticket);
    }

    private static void awaitDecisions(long ticket, long atLeast) {
        await().until(() -> count(ticket), is(greaterThanOrEqualTo(atLeast)));
    }

    private JsonPath onlyDecision(long ticket) {
        var decisions = house.admin().reads("/tickets/{id}/decisions", ticket);
        assertEquals(1, decisions.getList("items").size(), decisions::prettify);
        return decision(ticket, 0);
    }

    private JsonPath decision(long ticket, int index) {
        return house.admin().reads("/tickets/{id}/decisions", ticket).setRootPath("items[" + index + "]");
    }

    private static Map<Long, String> reasons(JsonPath decision) {
        var reasons = new HashMap<Long, String>();
        for (var candidate : decision.<Map<String, Object>>getList("candidates")) {
            reasons.put(((Number) candidate.get("agentId")).longValue(), (String) candidate.get("passedOver"));
        }
        return reasons;
    }

    private static Map<String, Object> figures(JsonPath decision, Person agent) {
        return decision.getMap("candidates.find{it.agentId == " + agent.id() + "}.figures");
    }
}
