package org.patchbay.routing.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Routing by queues, skills and policies. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class RoutingTest {

    private static final Duration A_WHILE = Duration.ofMinutes(5);

    @Inject
    Sweep sweep;

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
    void aTicketGoesToWhoServesItsQueueAndNotToWhoIdlesLonger() {
        long queue = house.queue("French");
        house.availableAgent();
        var serves = house.availableAgent();
        house.serve(queue, serves);
        long ticket = ticketIn(queue);
        house.awaitHeldBy(serves, ticket);
        long another = ticketIn(queue);
        assertEquals("OPEN", house.status(another));
        house.serve(queue, house.availableAgent());
        assertTrue(await().until(() -> house.status(another), "IN_PROGRESS"::equals) != null);
        shop.sends(Map.of("orderNumber", house.order(customer).number(), "reason", "OTHER", "queueId", -1))
                .post(API + "/tickets")
                .then()
                .spec(refused(409, "conflict"));
        customer.sends(Map.of("orderNumber", house.order(customer).number(), "reason", "OTHER", "queueId", queue))
                .post(API + "/tickets")
                .then()
                .spec(refused(403, "forbidden"));
    }

    @Test
    void whoServesSeveralQueuesGetsTheMostUrgentThenOfThePreferredQueueThenTheOldest() {
        long second = house.queue("Second", Map.of("priority", 6));
        long first = house.queue("First", Map.of("priority", 2));
        long oldest = ticketIn(second);
        long preferred = ticketIn(first);
        long younger = ticketIn(first);
        long urgent = house.ticket(shop, house.order(customer), Map.of("queueId", second, "priority", "URGENT"));
        var agent = house.agent();
        house.serve(first, agent);
        house.serve(second, agent);
        house.present(agent, "AVAILABLE");
        for (long expected : List.of(urgent, preferred, younger, oldest)) {
            house.awaitHeldBy(agent, expected);
            agent.takes("resolve", expected).then().statusCode(200);
        }
    }

    @Test
    void onlyWhoHasTheSkillsIsGivenATicketUntilItIsRelaxed() {
        long french = house.skill("French");
        var beginner = house.agent();
        var speaker = house.agent();
        house.skilled(beginner, french, 3);
        house.skilled(speaker, french, 8);
        house.present(beginner, "AVAILABLE");
        house.present(speaker, "AVAILABLE");
        long first = requiring(List.of(Map.of("skillId", french, "level", 7)));
        house.awaitHeldBy(speaker, first);
        long second = requiring(List.of(Map.of("skillId", french, "level", 7)));
        long third = requiring(List.of(Map.of(
                "skillId",
                french,
                "level",
                7,
                "relax",
                List.of(Map.of("afterSeconds", 300, "level", 5), Map.of("afterSeconds", 600, "level", 3)))));
        assertEquals("OPEN", house.status(third));
        MovableClock.forward(A_WHILE);
        await().until(() -> eventsOf(third), is(List.of("OPENED", "RELAXED")));
        assertEquals("OPEN", house.status(third));
        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(beginner, third);
        assertEquals("OPEN", house.status(second));
        assertEquals(List.of("OPENED", "RELAXED", "RELAXED", "ASSIGNED"), eventsOf(third));
        house.skilled(beginner, french, 9);
        beginner.takes("resolve", third).then().statusCode(200);
        house.awaitHeldBy(beginner, second);
    }

    @Test
    void aTicketThatWouldRequireMoreAsItGrowsOlderIsRefused() {
        long french = house.skill("French");
        var rising = Map.of("skillId", french, "level", 3, "relax", List.of(Map.of("afterSeconds", 1, "level", 9)));
        var unordered = Map.of(
                "skillId", french, "level", 7, "relax", List.of(Map.of("afterSeconds", 9), Map.of("afterSeconds", 4)));
        shop.sends(Map.of(
                        "orderNumber",
                        house.order(customer).number(),
                        "reason",
                        "OTHER",
                        "requiredSkills",
                        List.of(rising, unordered)))
                .post(API + "/tickets")
                .then()
                .spec(refused(400, "validation-failed"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "requiredSkills[0].relax[0].level",
                                "requiredSkills[1].relax[1].afterSeconds",
                                "requiredSkills[1].relax[1].level"));
    }

    @Test
    void aNewSkillBringsTheTicketThatWaitedForIt() {
        long french = house.skill("French");
        var agent = house.availableAgent();
        long ticket = requiring(List.of(Map.of("skillId", french, "level", 1)));
        assertEquals("OPEN", house.status(ticket));
        house.skilled(agent, french, 1);
        assertEquals("IN_PROGRESS", house.status(ticket));
        shop.sends(Map.of(
                        "orderNumber",
                        house.order(customer).number(),
                        "reason",
                        "OTHER",
                        "requiredSkills",
                        List.of(Map.of("skillId", -1, "level", 1))))
                .post(API + "/tickets")
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void roundRobinServesEachInTurnWithinOneOverAnyWindow() {
        long queue = house.queue("Turns", Map.of("distribution", "ROUND_ROBIN"));
        var agents = serving(queue, 1, 1, 1, 1);
        var served = new ArrayList<Long>();
        for (int i = 0; i < 22; i++) {
            long ticket = ticketIn(queue);
            served.add(awaitHolder(ticket));
            // The last of a round comes back first: idle time alone would choose otherwise.
            supervisorResolves(ticket);
        }
        for (int from = 0; from < served.size(); from++) {
            for (int to = from + 1; to <= served.size(); to++) {
                var counts = counts(agents, served.subList(from, to));
                long most = counts.values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
                long least = counts.values().stream()
                        .mapToLong(Long::longValue)
                        .min()
                        .orElse(0);
                assertTrue(most - least <= 1, () -> "served " + served);
            }
        }
    }

    @Test
    void theLeastLoadedIsChosenByTheirShareThenByIdleTime() {
        long queue = house.queue("Loads", Map.of("distribution", "LEAST_LOADED"));
        var agents = serving(queue, 2, 4);
        long small = agents.get(0).id();
        long large = agents.get(1).id();
        // Loads 0/2 and 0/4, then 1/2 and 0/4, then 1/2 and 1/4, then 1/2 and 2/4: the agent who was given one earlier.
        assertEquals(
                List.of(small, large, large, small, large, large),
                IntStream.range(0, 6)
                        .mapToObj(i -> awaitHolder(ticketIn(queue)))
                        .toList());
    }

    @Test
    void theBestSkilledIsChosenAndAmongEqualsWhoIdlesLongest() {
        long queue = house.queue("Best", Map.of("distribution", "BEST_SKILLED"));
        long french = house.skill("French");
        var agents = serving(queue, 1, 1, 1);
        house.skilled(agents.get(0), french, 4);
        house.skilled(agents.get(1), french, 9);
        house.skilled(agents.get(2), french, 9);
        var wish = Map.of("queueId", queue, "requiredSkills", List.of(Map.of("skillId", french, "level", 2)));
        assertEquals(
                List.of(agents.get(1).id(), agents.get(2).id(), agents.get(0).id()),
                Stream.generate(() -> awaitHolder(house.ticket(shop, house.order(customer), wish)))
                        .limit(3)
                        .toList());
    }

    @Test
    void tiersAreAskedInTheirOrder() {
        long queue = house.queue("Tiers", Map.of("distribution", "RANKED"));
        var agents = Stream.generate(house::agent).limit(3).toList();
        house.admin()
                .sends(List.of(
                        Map.of("agentId", agents.get(0).id(), "tier", 3),
                        Map.of("agentId", agents.get(1).id(), "tier", 1),
                        Map.of("agentId", agents.get(2).id(), "tier", 2)))
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
        agents.forEach(agent -> house.present(agent, "AVAILABLE"));
        assertEquals(
                List.of(agents.get(1).id(), agents.get(2).id(), agents.get(0).id()),
                Stream.generate(() -> awaitHolder(ticketIn(queue))).limit(3).toList());
    }

    @Test
    void whoLearnsSomethingKeepsTheirTierInEachQueue() {
        var agents = Stream.generate(house::agent).limit(2).toList();
        var queues = new ArrayList<Long>();
        for (int i = 0; i < 2; i++) {
            long queue = house.queue("Tiers " + i, Map.of("distribution", "RANKED"));
            house.admin()
                    .sends(List.of(
                            Map.of("agentId", agents.get(0).id(), "tier", 1 + i),
                            Map.of("agentId", agents.get(1).id(), "tier", 2 - i)))
                    .put(API + "/queues/{id}/members", queue)
                    .then()
                    .statusCode(200);
            supervisorCancels(ticketIn(queue));
            queues.add(queue);
        }
        house.skilled(agents.get(0), house.skill("French"), 3);
        agents.forEach(agent -> house.present(agent, "AVAILABLE"));
        for (int i = 0; i < 2; i++) {
            long ticket = ticketIn(queues.get(i));
            assertEquals(agents.get(i).id(), awaitHolder(ticket));
            supervisorResolves(ticket);
        }
    }

    @Test
    void thePublishedPolicySaysWhereATicketWaitsAndHowUrgentItIs() {
        long vip = house.queue("VIP");
        var serves = house.agent();
        house.serve(vip, serves);
        house.present(serves, "AVAILABLE");
        house.publish(house.policy(List.of(
                Map.of("name", "Dear", "condition", "order.amount > 1000.0", "queueId", vip),
                Map.of("name", "Damaged", "condition", "reason == 'DAMAGED'", "queueId", vip, "priority", "URGENT"))));
        long ticket = house.ticket(customer);
        house.awaitHeldBy(serves, ticket);
        var view = house.admin().reads("/tickets/{id}", ticket);
        assertEquals(vip, view.getLong("queueId"));
        assertEquals("URGENT", view.getString("priority"));
        long other = house.ticket(shop, house.order(customer), Map.of("reason", "OTHER"));
        assertTrue(house.admin().reads("/tickets/{id}", other).getLong("queueId") != vip);
    }

    @Test
    void aConditionThatFailsSendsTheTicketToTheDefaultQueueAndItsHistorySaysSo() {
        long vip = house.queue("VIP");
        house.publish(house.policy(
                List.of(Map.of("name", "Gold", "condition", "customer.attributes['tier'] == 'gold'", "queueId", vip))));
        long ticket = house.ticket(customer);
        var events = house.admin().reads("/tickets/{id}/events", ticket);
        assertEquals(List.of("OPENED", "RULE_FAILED"), events.getList("items.type"));
        assertTrue(events.getString("items[1].note").contains("Gold"), () -> events.getString("items[1].note"));
        assertTrue(house.admin().reads("/tickets/{id}", ticket).getLong("queueId") != vip);
    }

    @Test
    void theHoursOfAPolicyAreThoseOfTheOrganisationOrOfAnyTimeZone() {
        long policy = house.policy(List.of(
                Map.of("name", "Here", "condition", "hour == 9"),
                Map.of("name", "There", "condition", "now.getHours('America/New_York') == 19")));
        var midnight = Map.of("now", "2026-11-21T00:00:00Z");
        assertEquals("There", tried(policy, midnight));
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        TestOrganisation.operator()
                .sends(Map.of("name", "Far away", "timeZone", "Asia/Tokyo"))
                .put(API + "/organisations/{id}", organisation)
                .then()
                .statusCode(200)
                .body("timeZone", is("Asia/Tokyo"));
        assertEquals("Here", tried(policy, midnight));
        TestOrganisation.operator()
                .sends(Map.of("name", "Far away", "timeZone", "Mars/Base"))
                .put(API + "/organisations/{id}", organisation)
                .then()
                .spec(refused(400, "validation-failed"));
    }

    private String tried(long policy, Map<String, String> ticket) {
        return house.admin()
                .sends(ticket)
                .post(API + "/routing-policies/{id}/versions/1/test", policy)
                .then()
                .statusCode(200)
                .extract()
                .path("rule");
    }

    @Test
    void whoHadTheCustomerLastIsAskedAloneForSomeTimeThenAnybody() {
        house.publish(house.policy(
                List.of(Map.of("name", "Again", "target", Map.of("kind", "LAST_AGENT", "forSeconds", 300)))));
        var last = house.availableAgent();
        long first = house.ticket(customer);
        house.awaitHeldBy(last, first);
        supervisorResolves(first);
        house.present(last, "AWAY");
        var other = house.availableAgent();
        house.present(last, "AVAILABLE");
        long second = house.ticket(customer);
        house.awaitHeldBy(last, second);
        long third = house.ticket(customer);
        assertEquals("OPEN", house.status(third));
        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(other, third);
        assertTrue(house.admin()
                .reads("/tickets/{id}/events", third)
                .getList("items.type")
                .contains("RELAXED"));
    }

    @Test
    void whatWaitsTooLongOverflows() {
        long next = house.queue("Next");
        long queue = house.queue(
                "Short", Map.of("maxWait", Map.of("seconds", 300, "then", "OVERFLOW"), "overflowQueueId", next));
        var serves = house.agent();
        house.serve(next, serves);
        house.present(serves, "AVAILABLE");
        long ticket = ticketIn(queue);
        assertEquals("OPEN", house.status(ticket));
        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(serves, ticket);
        assertEquals(next, house.admin().reads("/tickets/{id}", ticket).getLong("queueId"));
    }

    @Test
    void whatWaitsTooLongIsRefusedOrCalledBack() {
        long refuses = house.queue("Refuses", Map.of("maxWait", Map.of("seconds", 300, "then", "REFUSE")));
        long calls = house.queue("Calls", Map.of("maxWait", Map.of("seconds", 300, "then", "CALLBACK")));
        long refused = ticketIn(refuses);
        long called = ticketIn(calls);
        MovableClock.forward(A_WHILE);
        await().until(() -> house.status(refused), is("CANCELLED"));
        assertEquals(
                List.of("It waited too long in Refuses"),
                customer.reads("/tickets/{id}/events", refused).getList("items.note.findAll { it != null }"));
        await().until(() -> house.admin().reads("/tickets/{id}", called).getString("channel"), is("CALLBACK"));
        assertEquals("OPEN", house.status(called));
    }

    @Test
    void theHistorySaysWhenAPromiseIsAtRiskAndWhenItIsMissed() {
        long queue = house.queue("Promises", Map.of("serviceLevel", Map.of("percent", 80, "seconds", 600)));
        long ticket = ticketIn(queue);
        assertEquals(List.of("OPENED"), eventsOf(ticket));
        MovableClock.forward(Duration.ofMinutes(8));
        await().until(() -> eventsOf(ticket), is(List.of("OPENED", "SERVICE_LEVEL_AT_RISK")));
        MovableClock.forward(Duration.ofMinutes(2));
        await().until(() -> eventsOf(ticket), is(List.of("OPENED", "SERVICE_LEVEL_AT_RISK", "SERVICE_LEVEL_MISSED")));
    }

    @Test
    void afterATicketThereIsTimeForNotesWhichEndsByItselfOrEarly() {
        long queue = house.queue("Notes", Map.of("wrapUpSeconds", 300));
        var agent = serving(queue, 1).getFirst();
        long first = ticketIn(queue);
        house.awaitHeldBy(agent, first);
        long second = ticketIn(queue);
        agent.takes("resolve", first).then().statusCode(200);
        var notes = agent.reads("/agents/{id}", agent.id());
        assertEquals("WRAP_UP", notes.getString("presence"));
        assertEquals(
                Instant.parse(notes.getString("presenceSince")).plus(A_WHILE),
                Instant.parse(notes.getString("wrapUpUntil")));
        assertEquals("OPEN", house.status(second));
        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(agent, second);
        assertNull(agent.reads("/agents/{id}", agent.id()).getString("wrapUpUntil"));
        long third = ticketIn(queue);
        agent.takes("resolve", second).then().statusCode(200);
        house.present(agent, "AVAILABLE");
        assertEquals("IN_PROGRESS", house.status(third));
    }

    @Test
    void timeForNotesRunsFromTheLastTicketThatWasResolvedAndNeverEndsEarlierForIt() {
        long queue = house.queue("Notes", Map.of("wrapUpSeconds", 300));
        long brief = house.queue("Brief", Map.of("wrapUpSeconds", 60));
        var agent = serving(queue, 3).getFirst();
        house.serve(brief, agent);
        var held = List.of(ticketIn(queue), ticketIn(queue), ticketIn(brief));
        held.forEach(ticket -> house.awaitHeldBy(agent, ticket));
        agent.takes("resolve", held.get(0)).then().statusCode(200);
        var since = agent.reads("/agents/{id}", agent.id()).getString("presenceSince");
        MovableClock.forward(Duration.ofMinutes(4));
        agent.takes("resolve", held.get(1)).then().statusCode(200);
        var notes = agent.reads("/agents/{id}", agent.id());
        assertEquals(since, notes.getString("presenceSince"));
        var until = notes.getString("wrapUpUntil");
        assertTrue(Instant.parse(since).plus(Duration.ofMinutes(9)).isBefore(Instant.parse(until)), until);
        agent.takes("resolve", held.get(2)).then().statusCode(200);
        assertEquals(until, agent.reads("/agents/{id}", agent.id()).getString("wrapUpUntil"));

        MovableClock.forward(Duration.ofMinutes(3));
        await().until(
                        () -> TestDatabase.count(
                                "select count(*) from timer where kind = 'wrap-up' and subject_id = " + agent.id()),
                        is(1L));
        assertEquals("WRAP_UP", agent.reads("/agents/{id}", agent.id()).getString("presence"));
        MovableClock.forward(Duration.ofMinutes(2));
        await().until(() -> agent.reads("/agents/{id}", agent.id()).getString("presence"), is("AVAILABLE"));
    }

    @Test
    void whoTakesTimeForNotesByTheirOwnChoiceHasItUntilTheyEndIt() {
        long queue = house.queue("Notes", Map.of("wrapUpSeconds", 300));
        var agent = serving(queue, 1).getFirst();
        long ticket = ticketIn(queue);
        house.awaitHeldBy(agent, ticket);
        house.present(agent, "WRAP_UP");
        agent.takes("resolve", ticket).then().statusCode(200);
        var notes = agent.reads("/agents/{id}", agent.id());
        assertEquals("WRAP_UP", notes.getString("presence"));
        assertNull(notes.getString("wrapUpUntil"));
    }

    @Test
    void aSupervisorPutsATicketIntoAnotherQueue() {
        long one = house.queue("One");
        long other = house.queue("Other");
        var serves = house.agent();
        house.serve(other, serves);
        house.present(serves, "AVAILABLE");
        long ticket = ticketIn(one);
        var supervisor = house.supervisor();
        supervisor
                .sends(Map.of("queueId", -1))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .spec(refused(409, "conflict"));
        supervisor
                .sends(Map.of("queueId", other))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200);
        house.awaitHeldBy(serves, ticket);
        supervisor
                .sends(Map.of("queueId", one))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200)
                .body("status", is("IN_PROGRESS"));
        supervisor.takes("release", ticket).then().statusCode(200);
        assertEquals("OPEN", house.status(ticket));
        assertEquals(
                List.of("OPENED", "REQUEUED", "ASSIGNED", "REQUEUED", "RELEASED"),
                house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));
        supervisor.takes("cancel", ticket).then().statusCode(200);
        supervisor
                .sends(Map.of("queueId", other))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .spec(refused(409, "step-not-allowed"));
    }

    @Test
    void aQueueIsDeletedOnceItsTicketsAreDone() {
        long queue = house.queue("Leaves");
        long ticket = ticketIn(queue);
        house.admin().asks().delete(API + "/queues/{id}", queue).then().spec(refused(409, "still-referred-to"));
        supervisorCancels(ticket);
        house.admin().asks().delete(API + "/queues/{id}", queue).then().statusCode(204);
    }

    @Test
    void theSweepRepairsSeatsThatDoNotSayWhatIs() {
        var agent = house.agent();
        long ticket = house.ticket(customer);
        TestDatabase.execute("update agent set presence = 'AVAILABLE' where id = " + agent.id());
        sweep.sweep();
        await().until(() -> house.status(ticket), is("IN_PROGRESS"));
    }

    private List<String> eventsOf(long ticket) {
        return house.admin().reads("/tickets/{id}/events", ticket).getList("items.type", String.class);
    }

    private List<Person> serving(long queue, int... capacities) {
        var agents = IntStream.of(capacities).mapToObj(house::agent).toList();
        house.admin()
                .sends(agents.stream()
                        .map(agent -> Map.of("agentId", agent.id()))
                        .toList())
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
        agents.forEach(agent -> house.present(agent, "AVAILABLE"));
        return agents;
    }

    private long ticketIn(long queue) {
        return house.ticket(shop, house.order(customer), Map.of("queueId", queue));
    }

    private long requiring(List<Map<String, Object>> skills) {
        return house.ticket(shop, house.order(customer), Map.of("requiredSkills", skills));
    }

    private long awaitHolder(long ticket) {
        await().until(() -> house.status(ticket), is("IN_PROGRESS"));
        return house.admin().reads("/tickets/{id}", ticket).getLong("agentId");
    }

    private void supervisorResolves(long ticket) {
        house.admin().takes("resolve", ticket).then().statusCode(200);
    }

    private void supervisorCancels(long ticket) {
        house.admin().takes("cancel", ticket).then().statusCode(200);
    }

    private static Map<Long, Long> counts(List<Person> agents, List<Long> served) {
        var counts = new HashMap<Long, Long>();
        agents.forEach(agent -> counts.put(agent.id(), 0L));
        served.forEach(agent -> counts.merge(agent, 1L, Long::sum));
        return counts;
    }
}
