package org.patchbay.routing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Tickets that come to life again after things that they refer to were deleted. */
@QuarkusTest
class ComebackTest {

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
    void whatWasResolvedInAQueueThatIsDeletedIsReopenedWhereNewOnesGo() {
        long ticket = resolvedIn(house.queue("Gone"));
        delete("/queues/{id}", house.admin().reads("/tickets/{id}", ticket).getLong("queueId"));
        long vip = house.queue("VIP");
        house.publish(house.policy(List.of(Map.of("name", "All", "queueId", vip, "priority", "HIGH"))));
        var serves = house.agent();
        house.serve(vip, serves);
        house.present(serves, "AVAILABLE");

        customer.takes("reopen", ticket).then().statusCode(200).body("queueId", is((int) vip));
        house.awaitHeldBy(serves, ticket);
        var view = house.admin().reads("/tickets/{id}", ticket);
        assertEquals("HIGH", view.getString("priority"));
        var events = house.admin().reads("/tickets/{id}/events", ticket);
        assertEquals(
                List.of("OPENED", "ASSIGNED", "RESOLVED", "REQUEUED", "REOPENED", "ASSIGNED"),
                events.getList("items.type"));
        assertEquals("The queue where it was is deleted: to VIP", events.getString("items[3].note"));
    }

    @Test
    void whatWouldComeToAQueueThatRefusesStaysResolved() {
        long ticket = resolvedIn(house.queue("Gone"));
        delete("/queues/{id}", house.admin().reads("/tickets/{id}", ticket).getLong("queueId"));
        house.admin()
                .sends(Map.of(
                        "name",
                        "Default",
                        "distribution",
                        "LONGEST_IDLE",
                        "maxSize",
                        Map.of("tickets", 1, "then", "REFUSE")))
                .put(API + "/queues/{id}", house.admin().reads("/queues").getLong("items[0].id"))
                .then()
                .statusCode(200);
        house.ticket(customer);
        customer.takes("reopen", ticket).then().spec(refused(409, "queue-refuses"));
        assertEquals("RESOLVED", house.status(ticket));
    }

    /** The deletion holds the queue's lock, and the request that revives a ticket there has seen the queue before. */
    @Test
    void nothingComesToLifeInAQueueThatIsBeingDeleted() throws SQLException {
        long queue = house.queue("Goes");
        long resolved = resolvedIn(queue);
        List<Supplier<Response>> ways = List.of(() -> customer.takes("reopen", resolved), () -> shop.sends(
                        Map.of("channel", "CHAT", "customerId", customer.id(), "queueId", queue))
                .post(API + "/tickets"));
        for (var comesToLife : ways) {
            try (var connection = TestDatabase.connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("update queue set deleted_at = utc_timestamp(6) where id = " + queue);
                var answer = CompletableFuture.supplyAsync(comesToLife);
                TestDatabase.awaitTransaction("LOCK WAIT");
                connection.commit();
                answer.join().then().spec(refused(409, "conflict"));
                statement.execute("update queue set deleted_at = null where id = " + queue);
                connection.commit();
            }
        }
    }

    @Test
    void whatWaitsForAnAgentWhoIsDeletedIsForAnybody() {
        house.publish(house.policy(
                List.of(Map.of("name", "Again", "target", Map.of("kind", "LAST_AGENT", "forSeconds", 3_600)))));
        var last = house.availableAgent();
        long first = house.ticket(customer);
        house.awaitHeldBy(last, first);
        long resolved = house.ticket(customer);
        last.takes("resolve", first).then().statusCode(200);
        house.awaitHeldBy(last, resolved);
        last.takes("resolve", resolved).then().statusCode(200);
        house.present(last, "AWAY");
        var other = house.agent(2);
        house.present(other, "AVAILABLE");
        long waits = house.ticket(customer);
        assertEquals("OPEN", house.status(waits));

        delete("/agents/{id}", last.id());
        house.awaitHeldBy(other, waits);
        customer.takes("reopen", resolved).then().statusCode(200);
        house.awaitHeldBy(other, resolved);
    }

    /** Resolved by an agent who then goes. */
    private long resolvedIn(long queue) {
        var agent = house.agent();
        house.serve(queue, agent);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(shop, house.order(customer), Map.of("queueId", queue));
        house.awaitHeldBy(agent, ticket);
        agent.takes("resolve", ticket).then().statusCode(200);
        house.present(agent, "OFFLINE");
        return ticket;
    }

    private void delete(String path, long id) {
        house.admin().asks().delete(API + path, id).then().statusCode(204);
    }
}
