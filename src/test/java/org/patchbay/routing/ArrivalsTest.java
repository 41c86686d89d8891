package org.patchbay.routing;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;

/** A ticket that comes to wait is given to a free agent in the same transaction: the response shows it. */
@QuarkusTest
class ArrivalsTest {

    private TestOrganisation house;
    private Person customer;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoOpensATicketWhileAnAgentIsFreeIsAnsweredThatTheyHaveIt() {
        var agent = house.availableAgent();
        var opened = customer.sends(Map.of("orderNumber", house.order(customer).number(), "reason", "DAMAGED"))
                .post(API + "/tickets");
        opened.then().statusCode(201).body("status", is("IN_PROGRESS")).body("agentId", is((int) agent.id()));
        var now = customer.asks().get(API + "/tickets/{id}", opened.jsonPath().getLong("id"));
        assertEquals(now.header("ETag"), opened.header("ETag"));
        assertEquals(now.jsonPath().getMap("$"), opened.jsonPath().getMap("$"));
    }

    @Test
    void whoIsAskedFirstIsOfferedItWithTheAnswer() {
        house.offering(600);
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        assertEquals("OFFERED", house.status(ticket));
        assertEquals(ticket, agent.reads("/offers").getLong("items[0].ticketId"));
    }

    @Test
    void anOlderTicketThatWaitsForTheSameAgentComesFirst() throws SQLException {
        var agent = house.availableAgent();
        // Its pool is made with it, under the locks of all agents.
        agent.takes("resolve", house.ticket(customer)).then().statusCode(200);
        long older;
        try (var matcher = TestDatabase.connect();
                var statement = matcher.createStatement()) {
            matcher.setAutoCommit(false);
            statement.execute("select * from agent where id = " + agent.id() + " for update");
            older = house.ticket(customer);
            assertEquals("OPEN", house.status(older));
            matcher.rollback();
        }
        long younger = house.ticket(customer);
        // By the opening of the younger one, or by the request that followed the older one's.
        house.awaitHeldBy(agent, older);
        assertEquals("OPEN", house.status(younger));
    }

    @Test
    void whatIsResumedOrReopenedIsGivenAtOnceToWhoeverIsFree() {
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        agent.takes("pend", ticket).then().statusCode(200);
        customer.takes("resume", ticket).then().statusCode(200).body("status", is("IN_PROGRESS"));
        agent.takes("resolve", ticket).then().statusCode(200);
        customer.takes("reopen", ticket).then().statusCode(200).body("status", is("IN_PROGRESS"));
    }

    @Test
    void whatASupervisorPutsIntoAnotherQueueIsGivenAtOnceToWhoeverServesIt() {
        long nobodys = house.queue("Nobody's");
        long french = house.queue("French");
        var agent = house.agent();
        house.serve(french, agent);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(house.integration(), house.order(customer), Map.of("queueId", nobodys));
        assertEquals("OPEN", house.status(ticket));
        house.supervisor()
                .sends(Map.of("queueId", french))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200)
                .body("status", is("IN_PROGRESS"))
                .body("agentId", is((int) agent.id()));
    }
}
