package org.patchbay.routing.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.routing.matching.Matcher;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Agents who are locked for longer than matchers try are given waiting tickets, without the sweep. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class PassedOverTest {

    /** From then on no older match is requested again. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Matcher matcher;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Inject
    Scheduler scheduler;

    private TestOrganisation house;
    private Person customer;

    @BeforeEach
    void foundAnOrganisationWithoutSweep() {
        scheduler.pause();
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
        scheduler.resume();
    }

    @Test
    void aMatcherThatGivesUpIsAskedAgain() throws SQLException {
        var agent = house.availableAgent();
        makeThePool(agent);
        long ticket;
        try (var locks = hold("agent where id = " + agent.id())) {
            ticket = house.ticket(customer);
            giveUp(ticket);
            locks.rollback();
        }
        house.awaitHeldBy(agent, ticket);
    }

    /** The transaction that makes one locks the agents one after the other, and waits for the last. */
    @Test
    void whatWaitedWhileAPoolWasMadeIsGivenToWhoWasLockedForIt() throws Exception {
        var agent = house.availableAgent();
        var last = house.agent();
        makeThePool(agent);
        var needsAPool = Map.of("requiredSkills", List.of(Map.of("skillId", house.skill("Rare"), "level", 9)));
        var shop = house.integration();
        var order = house.order(customer);
        long ticket;
        try (var locks = hold("agent where id = " + last.id())) {
            var opening = CompletableFuture.runAsync(() -> house.ticket(shop, order, needsAPool));
            TestDatabase.awaitTransaction("LOCK WAIT");
            ticket = house.ticket(customer);
            MovableClock.forward(LONG);
            giveUp(ticket);
            locks.rollback();
            opening.get();
        }
        house.awaitHeldBy(agent, ticket);
    }

    /** The agent is not handed it, since it may be another's turn; but a matcher finds out whose turn it is. */
    @Test
    void whatWaitedWhileAnAgentWithRoomResolvedIsGivenAfterIt() throws Exception {
        var agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        long first = house.ticket(customer);
        house.awaitHeldBy(agent, first);
        long ticket;
        try (var locks = hold("seat where agent_id = " + agent.id())) {
            var resolving = CompletableFuture.supplyAsync(() -> agent.takes("resolve", first));
            TestDatabase.awaitTransaction("LOCK WAIT");
            ticket = house.ticket(customer);
            MovableClock.forward(LONG);
            giveUp(ticket);
            locks.rollback();
            resolving.get().then().statusCode(200);
        }
        house.awaitHeldBy(agent, ticket);
    }

    private void makeThePool(Person agent) {
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        agent.takes("resolve", ticket).then().statusCode(200);
    }

    /** Twice, so that the matcher that answers the request after the ticket's opening has given up as well. */
    private void giveUp(long ticket) {
        assertEquals("OPEN", house.status(ticket));
        long organisation = TestDatabase.count("select organisation_id from ticket where id = " + ticket);
        for (int time = 0; time < 2; time++) {
            assertFalse(currentOrganisation.in(organisation, (Supplier<Boolean>) () -> matcher.matchTicket(ticket)));
        }
    }

    private static Connection hold(String rows) throws SQLException {
        var connection = TestDatabase.connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select * from " + rows + " for update");
        }
        return connection;
    }
}
