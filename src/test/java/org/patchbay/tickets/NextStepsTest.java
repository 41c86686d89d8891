package org.patchbay.tickets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** A reader of a ticket is told exactly the steps that they may take now. */
@QuarkusTest
class NextStepsTest {

    private static final List<Step> STEPS_OF_PEOPLE = Arrays.stream(Step.values())
            .filter(step -> Arrays.stream(TicketStatus.values())
                    .anyMatch(status -> status.nextSteps().contains(step)))
            .toList();

    private TestOrganisation house;
    private Person customer;
    private Person supervisor;
    private Person agent;

    /** The states of a ticket, and the ways to them; {@code agent} is the one concerned. */
    private final Map<String, Supplier<Long>> states = new LinkedHashMap<>();

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        supervisor = house.supervisor();
        agent = house.agent(100);
        states.put("open", () -> house.ticket(customer));
        states.put("offered", this::offered);
        states.put("held", this::held);
        states.put("pending", () -> after(held(), "pend"));
        states.put("resolved", () -> after(held(), "resolve"));
        states.put("resolved too long ago", this::resolvedLongAgo);
        states.put("resolved, and reported anew", this::reportedAnew);
        states.put("closed", () -> after(held(), "resolve", "close"));
        states.put("cancelled", () -> after(held(), "cancel"));
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void everyStepThatIsOfferedIsTakenAndNoOtherIs() {
        var callers = new LinkedHashMap<String, Person>();
        callers.put("the customer", customer);
        callers.put("the agent", agent);
        callers.put("another agent", house.agent());
        callers.put("a supervisor", supervisor);
        callers.put("an admin", house.admin());
        callers.put("another system", house.integration());
        callers.put("one that only reads", house.integration(List.of("tickets:read")));
        var wrong = new ArrayList<String>();
        states.forEach((state, make) -> callers.forEach((who, caller) -> {
            long ticket = make.get();
            var offered = caller.reads("/tickets/{id}", ticket).getList("nextSteps", String.class);
            assertEquals(
                    offered,
                    caller.reads("/tickets?limit=1&customerId={customer}", customer.id())
                            .getList("items[0].nextSteps"),
                    "in the list");
            for (var step : STEPS_OF_PEOPLE) {
                if (!offered.contains(step.name())) {
                    check(wrong, state, who, step, take(caller, step, ticket), false);
                }
            }
            for (var name : offered) {
                check(wrong, state, who, Step.valueOf(name), take(caller, Step.valueOf(name), make.get()), true);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    /** The refusal of a step names the allowed ones. */
    private static void check(List<String> wrong, String state, String who, Step step, Answer answer, boolean offered) {
        boolean refused = answer.isProblem(403, "forbidden")
                || answer.isProblem(403, "insufficient-scope")
                || answer.isProblem(409, "step-not-allowed")
                || answer.isProblem(409, "live-ticket-exists");
        boolean taken = step == Step.ASSIGN ? answer.isProblem(404, "not-found") : answer.status() == 200;
        if (offered ? !taken : !refused) {
            wrong.add("%s of one that is %s by %s, %s: %d %s"
                    .formatted(step, state, who, offered ? "offered" : "not", answer.status(), answer.text()));
        }
    }

    private static Answer take(Person caller, Step step, long ticket) {
        var path = API + "/tickets/" + ticket + "/" + step.name().toLowerCase(Locale.ROOT);
        return Wire.send(caller.token(), "POST", path, step == Step.ASSIGN ? Map.of("agentId", -1) : Map.of());
    }

    private long held() {
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        house.present(agent, "AWAY");
        return ticket;
    }

    private long offered() {
        house.offering(600);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer);
        await().until(() -> house.status(ticket).equals("OFFERED"));
        house.offering(null);
        return ticket;
    }

    private long after(long ticket, String... steps) {
        for (var step : steps) {
            supervisor.takes(step, ticket).then().statusCode(200);
        }
        return ticket;
    }

    private long resolvedLongAgo() {
        long ticket = after(held(), "resolve");
        TestDatabase.execute("update ticket set resolved_at = resolved_at - interval 15 day where id = " + ticket);
        return ticket;
    }

    private long reportedAnew() {
        var order = house.order(customer);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer, order, Map.of());
        house.awaitHeldBy(agent, ticket);
        house.present(agent, "AWAY");
        after(ticket, "resolve");
        // The list begins with the ticket that is looked at.
        long again = house.ticket(customer, order, Map.of());
        TestDatabase.execute("update ticket set opened_at = opened_at - interval 1 hour where id = " + again);
        return ticket;
    }
}
