package org.patchbay.tickets;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The life of a ticket. */
@QuarkusTest
class StepsTest {

    private static final Set<Step> STEPS_OF_PEOPLE = Arrays.stream(TicketStatus.values())
            .flatMap(status -> status.nextSteps().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));

    @TestHTTPResource(API)
    URI api;

    private final TestOrganisation house = new TestOrganisation();
    private Person customer;
    private Person supervisor;

    @BeforeEach
    void clear() {
        house.clear();
        customer = house.customer();
        supervisor = house.supervisor();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void everyStepLeadsWhereTheLifeCycleSaysOrIsRefusedWithTheAllowedOnes() {
        var tickets = new EnumMap<TicketStatus, Long>(TicketStatus.class);
        for (var status : TicketStatus.values()) {
            for (var step : STEPS_OF_PEOPLE) {
                long ticket = tickets.computeIfAbsent(status, this::ticketThatIs);
                var before = supervisor.reads("/tickets/{id}", ticket);
                assertEquals(names(status.nextSteps()), before.getList("nextSteps"));
                var answer = take(step, ticket, Map.of("agentId", -1));
                if (step == Step.ASSIGN && step.leaves(status)) {
                    answer.then().spec(refused(404, "not-found"));
                } else if (step.leaves(status)) {
                    answer.then().statusCode(200).body("status", is(step.to().name()));
                    tickets.remove(status);
                    if (step.to() == TicketStatus.OPEN) {
                        supervisor.takes("cancel", ticket).then().statusCode(200);
                    }
                } else {
                    answer.then()
                            .spec(refused(409, "step-not-allowed"))
                            .body("currentStatus", is(status.name()))
                            .body("allowedSteps", is(names(status.nextSteps())));
                    assertEquals(
                            before.getMap("$"),
                            supervisor.reads("/tickets/{id}", ticket).getMap("$"));
                }
            }
        }
    }

    @Test
    void anyAgentMayResolveAndTheHolderIsToldAndFreed() {
        long held = house.ticket(customer);
        var holder = house.availableAgent();
        long next = house.ticket(customer);
        var helper = house.agent();
        assertEquals(1, holder.reads("/agents/{id}", holder.id()).getInt("load"));

        helper.sends(Map.of("note", "Refund issued."))
                .post(API + "/tickets/{id}/resolve", held)
                .then()
                .statusCode(200)
                .body("status", is("RESOLVED"))
                .body("agentId", is((int) holder.id()))
                .body("nextSteps", contains("REOPEN", "CLOSE"));
        house.awaitHeldBy(holder, next);
        helper.asks()
                .get(API + "/tickets/{id}/events", held)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "RESOLVED"))
                .body("items[2].actorName", is(helper.name()))
                .body("items[2].agentId", is((int) holder.id()))
                .body("items[2].note", is("Refund issued."))
                .body("items[1]", not(hasKey("actorId")));
        holder.asks()
                .get(API + "/me/events")
                .then()
                .body("type", contains("ASSIGNED", "RESOLVED", "ASSIGNED"))
                .body("ticketId", contains((int) held, (int) held, (int) next))
                .body("[1].actorName", is(helper.name()));
        long seen = holder.asks().get(API + "/me/events?limit=2").jsonPath().getLong("[1].id");
        holder.asks().get(API + "/me/events?after={id}", seen).then().body("ticketId", contains((int) next));
        helper.asks().get(API + "/me/events").then().body("size()", is(0));
    }

    @Test
    void onlyTheHolderOrASupervisorPendsAndReleases() {
        long ticket = house.ticket(customer);
        var holder = house.availableAgent();
        var other = house.agent();
        for (var step : List.of("pend", "release")) {
            other.takes(step, ticket).then().spec(refused(403, "forbidden"));
            customer.takes(step, ticket).then().spec(refused(403, "forbidden"));
        }
        holder.takes("pend", ticket).then().statusCode(200).body("status", is("PENDING"));
        assertEquals(0, holder.reads("/agents/{id}", holder.id()).getInt("load"));
        house.present(holder, "AWAY");
        customer.sends(Map.of("note", "Here is the photo."))
                .post(API + "/tickets/{id}/resume", ticket)
                .then()
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("$", not(hasKey("agentId")));
        house.present(holder, "AVAILABLE");
        house.present(holder, "AWAY");
        supervisor.takes("release", ticket).then().statusCode(200).body("status", is("OPEN"));
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "PENDED", "RESUMED", "ASSIGNED", "RELEASED"))
                .body("items.status", contains("OPEN", "IN_PROGRESS", "PENDING", "OPEN", "IN_PROGRESS", "OPEN"));
    }

    @Test
    void customersReadWhatIsSaidToThemAndNotWhatColleaguesTellEachOther() {
        long ticket = house.ticket(customer);
        var holder = house.availableAgent();
        notes(holder, ticket, Map.of("note", "We look into it."));
        notes(holder, ticket, Map.of("note", "The third lamp this year.", "internal", true));
        supervisor
                .sends(Map.of("priority", "HIGH"))
                .put(API + "/tickets/{id}/priority", ticket)
                .then()
                .statusCode(200);
        house.present(holder, "AWAY");
        holder.sends(Map.of("note", "Not for me."))
                .post(API + "/tickets/{id}/release", ticket)
                .then()
                .statusCode(200);
        holder.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body(
                        "items.type",
                        contains("OPENED", "ASSIGNED", "NOTED", "NOTED_INTERNALLY", "PRIORITISED", "RELEASED"))
                .body("items[3].note", is("The third lamp this year."));
        customer.asks()
                .get(API + "/tickets/{id}/events?limit=3", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "NOTED"))
                .body("items[2].note", is("We look into it."))
                .body("next", not(nullValue()));
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "NOTED", "RELEASED"))
                .body("items[3]", not(hasKey("note")));
    }

    private static void notes(Person person, long ticket, Map<String, Object> note) {
        person.sends(note).post(API + "/tickets/{id}/notes", ticket).then().statusCode(200);
    }

    @Test
    void aTicketThatReturnsKeepsItsAgeAndGoesBeforeYoungerOnes() {
        long old = house.ticket(customer);
        var holder = house.availableAgent();
        long young = house.ticket(customer);
        var openedAt = supervisor.reads("/tickets/{id}", old).getString("openedAt");
        house.present(holder, "AWAY");
        holder.takes("release", old).then().statusCode(200).body("openedAt", is(openedAt));
        var next = house.availableAgent();
        house.awaitHeldBy(next, old);
        next.takes("resolve", old).then().statusCode(200);
        house.awaitHeldBy(next, young);
    }

    @Test
    void aTicketThatBecomesUrgentGoesBeforeOlderOnes() {
        long older = house.ticket(customer);
        long younger = house.ticket(customer);
        house.agent()
                .sends(Map.of("priority", "URGENT"))
                .put(API + "/tickets/{id}/priority", younger)
                .then()
                .spec(refused(403, "forbidden"));
        supervisor
                .sends(Map.of("priority", "URGENT"))
                .put(API + "/tickets/{id}/priority", younger)
                .then()
                .statusCode(200)
                .body("priority", is("URGENT"));
        var agent = house.availableAgent();
        house.awaitHeldBy(agent, younger);
        assertEquals("OPEN", house.status(older));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", younger)
                .then()
                .body("items.type", contains("OPENED", "PRIORITISED", "ASSIGNED"))
                .body("items[1].note", is("URGENT"))
                .body("items[1].actorName", is(supervisor.name()));
    }

    @Test
    void aResolvedTicketIsReopenedWithinTwoWeeksOnly() {
        var order = house.order(customer);
        long ticket = house.ticket(customer, order, Map.of());
        var agent = house.availableAgent();
        agent.takes("resolve", ticket).then().statusCode(200);
        house.present(agent, "OFFLINE");
        customer.takes("reopen", ticket)
                .then()
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("$", not(hasKey("resolvedAt")));
        house.present(agent, "AVAILABLE");
        agent.takes("resolve", ticket).then().statusCode(200);

        long second = house.ticket(customer, order, Map.of());
        customer.takes("reopen", ticket)
                .then()
                .spec(refused(409, "live-ticket-exists"))
                .body("ticket", is(API + "/tickets/" + second));
        customer.takes("cancel", second).then().statusCode(200);

        TestDatabase.execute("update ticket set resolved_at = resolved_at - interval 15 day where id = " + ticket);
        customer.takes("reopen", ticket)
                .then()
                .spec(refused(409, "step-not-allowed"))
                .body("currentStatus", is("RESOLVED"))
                .body("allowedSteps", contains("CLOSE"));
        customer.takes("close", ticket)
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("nextSteps.size()", is(0));
    }

    @Test
    void aSupervisorGivesATicketToAnAgentAndTakesItFromItsHolder() {
        long ticket = house.ticket(customer);
        var holder = house.availableAgent();
        var chosen = house.availableAgent();
        assign(ticket, chosen)
                .then()
                .statusCode(200)
                .body("agentId", is((int) chosen.id()))
                .body("status", is("IN_PROGRESS"));
        assertEquals(0, supervisor.reads("/agents/{id}", holder.id()).getInt("load"));
        assertEquals(1, supervisor.reads("/agents/{id}", chosen.id()).getInt("load"));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "RELEASED", "ASSIGNED"))
                .body("items[3].actorName", is(supervisor.name()));
        holder.asks().get(API + "/me/events").then().body("type", contains("ASSIGNED", "RELEASED"));
        assign(ticket, chosen).then().statusCode(200);

        long second = house.ticket(customer);
        house.awaitHeldBy(holder, second);
        assign(second, chosen).then().spec(refused(409, "agent-at-capacity"));
        assign(second, house.agent()).then().spec(refused(409, "agent-at-capacity"));
        assign(second, supervisor).then().spec(refused(404, "not-found"));
        supervisor
                .sends(Map.of())
                .post(API + "/tickets/{id}/assign", second)
                .then()
                .spec(refused(400, "validation-failed"));
        chosen.sends(Map.of("agentId", chosen.id()))
                .post(API + "/tickets/{id}/assign", second)
                .then()
                .spec(refused(403, "forbidden"));
        house.awaitHeldBy(holder, second);
    }

    /**
     * A read of the agent before the wait for the lock would give a second ticket to an agent who holds all they can.
     */
    @Test
    void aSupervisorWhoWaitsForAnAgentSeesWhatTheyWereGivenMeanwhile() throws Exception {
        long ticket = house.ticket(customer);
        var holder = house.availableAgent();
        house.awaitHeldBy(holder, ticket);
        var agent = house.availableAgent();
        var load = "update agent set load_units = %d where id = " + agent.id();
        try (var matcher = TestDatabase.connect()) {
            matcher.setAutoCommit(false);
            execute(matcher, "select * from agent where id = " + agent.id() + " for update");
            var answer = CompletableFuture.supplyAsync(() -> assign(ticket, agent));
            TestDatabase.awaitTransaction("LOCK WAIT");
            execute(matcher, load.formatted(1));
            matcher.commit();
            answer.get().then().spec(refused(409, "agent-at-capacity"));
        } finally {
            TestDatabase.execute(load.formatted(0));
        }
        house.awaitHeldBy(holder, ticket);
    }

    /** A transaction that takes back two tickets waits for the second one while it holds the agent. */
    @Test
    void anAgentLeavesWhileOneOfTheirTicketsIsResolved() throws Exception {
        var agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        long first = house.ticket(customer);
        long second = house.ticket(customer);
        house.awaitHeldBy(agent, first);
        house.awaitHeldBy(agent, second);
        try (var resolver = TestDatabase.connect()) {
            resolver.setAutoCommit(false);
            execute(resolver, "select * from ticket where id = " + second + " for update");
            var leaving =
                    CompletableFuture.supplyAsync(() -> supervisor.asks().delete(API + "/agents/{id}", agent.id()));
            TestDatabase.awaitTransaction("LOCK WAIT");
            // The next lock of the resolver: no transaction may hold it and wait for the ticket.
            execute(resolver, "set session innodb_lock_wait_timeout = 5");
            execute(resolver, "select * from agent where id = " + agent.id() + " for update");
            resolver.rollback();
            leaving.get().then().statusCode(204);
        }
        assertEquals("OPEN", house.status(first));
        assertEquals("OPEN", house.status(second));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whoSawAnOlderVersionTakesNoStep() {
        long ticket = house.ticket(customer);
        var agent = house.availableAgent();
        var stale = "\"0\"";
        var now = agent.asks().get(API + "/tickets/{id}", ticket).header("ETag");
        for (var step : List.of("resolve", "pend", "release", "cancel")) {
            agent.sends(Map.of())
                    .header("If-Match", stale)
                    .post(API + "/tickets/{id}/{step}", ticket, step)
                    .then()
                    .spec(refused(412, "version-mismatch"));
        }
        supervisor
                .sends(Map.of("agentId", house.availableAgent().id()))
                .header("If-Match", stale)
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .spec(refused(412, "version-mismatch"));
        agent.sends(Map.of())
                .header("If-Match", now)
                .post(API + "/tickets/{id}/resolve", ticket)
                .then()
                .statusCode(200)
                .header("ETag", not(is(now)));
    }

    @Test
    void aStepTakesANoteOrNothing() throws Exception {
        long bare = house.ticket(customer);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(api + "/tickets/" + bare + "/cancel"))
                    .header("Authorization", "Bearer " + customer.token())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode(), "as curl -X POST");
        }
        long ticket = house.ticket(customer);
        supervisor.sends("{}").post(API + "/tickets/{id}/cancel", ticket).then().statusCode(200);
        supervisor
                .sends("null")
                .post(API + "/tickets/{id}/cancel", ticket)
                .then()
                .spec(refused(409, "step-not-allowed"));
        supervisor
                .sends(Map.of("note", "x".repeat(4001)))
                .post(API + "/tickets/{id}/cancel", ticket)
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("note"));
    }

    private Response assign(long ticket, Person agent) {
        return supervisor.sends(Map.of("agentId", agent.id())).post(API + "/tickets/{id}/assign", ticket);
    }

    private Response take(Step step, long ticket, Map<String, ?> body) {
        var name = step.name().toLowerCase(Locale.ROOT);
        return step == Step.ASSIGN
                ? supervisor.sends(body).post(API + "/tickets/{id}/assign", ticket)
                : supervisor.takes(name, ticket);
    }

    private long ticketThatIs(TicketStatus status) {
        house.sendEverybodyHome();
        if (status == TicketStatus.OFFERED) {
            return offeredTicket();
        }
        long ticket = house.ticket(customer);
        var steps =
                switch (status) {
                    case OPEN, OFFERED, IN_PROGRESS -> List.<String>of();
                    case PENDING -> List.of("pend");
                    case RESOLVED -> List.of("resolve");
                    case CLOSED -> List.of("resolve", "close");
                    case CANCELLED -> List.of("cancel");
                };
        if (status != TicketStatus.OPEN && status != TicketStatus.CANCELLED) {
            house.awaitHeldBy(house.availableAgent(), ticket);
            house.sendEverybodyHome();
        }
        steps.forEach(step -> supervisor.takes(step, ticket).then().statusCode(200));
        assertEquals(status.name(), house.status(ticket));
        return ticket;
    }

    private long offeredTicket() {
        house.offering(600);
        house.availableAgent();
        long ticket = house.ticket(customer);
        await().until(() -> house.status(ticket), is("OFFERED"));
        house.offering(null);
        return ticket;
    }

    private static List<String> names(Set<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.toList());
    }
}
