package org.patchbay.tickets;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** Tickets with names beside their ids. */
@QuarkusTest
class ExpandTest {

    private TestOrganisation house;
    private Person customer;
    private Person agent;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.agent(2);
    }

    @Test
    void aDeskShowsATicketWithOneRequest() {
        house.present(agent, "AVAILABLE");
        long skill = house.skill("French");
        house.skilled(agent, skill, 8);
        var order = house.order(customer);
        var required = List.of(Map.of("skillId", skill, "level", 5));
        long ticket = house.ticket(house.admin(), order, Map.of("requiredSkills", required));
        house.awaitHeldBy(agent, ticket);
        agent.asks()
                .get(API + "/tickets/{id}?expand=true", ticket)
                .then()
                .statusCode(200)
                .body("firstAssignedAt", notNullValue())
                .body("details.customerName", is(customer.name()))
                .body("details.order.number", is(order.number()))
                .body("details.order.product", is("Desk lamp"))
                .body("details.order.amount", is(49.9f))
                .body("details.order.currency", is("EUR"))
                .body("details.agentName", is(agent.name()))
                .body("details.queueName", is("Default"))
                .body("details.requirement.skills[0].skillName", is("French"))
                .body("details.requirement.skills[0].level", is(5));
        customer.asks()
                .get(API + "/tickets/{id}?expand=true", ticket)
                .then()
                .body("details.agentName", is(agent.name()))
                .body("details.requirement", nullValue());
        agent.asks().get(API + "/tickets/{id}", ticket).then().body("details", nullValue());
    }

    @Test
    void whatIsOutOfSightHasNoName() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var supervisor = house.supervisor();
        house.member(berlin, supervisor, "GROUP");
        var ofMunich = house.customerOf(munich);
        long ticket = house.ticket(ofMunich);
        house.isolate(false, true, false);
        supervisor
                .asks()
                .get(API + "/tickets/{id}?expand=true", ticket)
                .then()
                .statusCode(200)
                .body("details.customerName", nullValue())
                .body("details.order", nullValue())
                .body("details.queueName", is("Default"));
    }

    @Test
    void aListOfManyIsReadWithAsManyStatementsAsOneOfTwo() {
        house.ticket(customer);
        house.ticket(customer);
        var supervisor = house.supervisor();
        long few = statements(supervisor);
        for (int i = 0; i < 10; i++) {
            house.ticket(house.customer());
        }
        assertEquals(few, statements(supervisor));
        assertTrue(few > 0);
    }

    /**
     * The number of statements of the expanded list that read customers and orders, which no other work reads
     * meanwhile.
     */
    private static long statements(Person who) {
        who.reads("/tickets?expand=true");
        Runnable list = () -> {
            var tickets = who.reads("/tickets?expand=true&status=OPEN");
            assertEquals(
                    tickets.getList("items").size(),
                    tickets.getList("items.details.customerName").size());
        };
        return StatementLog.during(list).stream()
                .filter(sent -> sent.sql().matches("select.*from (customer|orders) .*"))
                .count();
    }
}
