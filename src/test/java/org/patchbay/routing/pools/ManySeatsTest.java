package org.patchbay.routing.pools;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.agents.RosterLock;
import org.patchbay.queues.members.QueueMember;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** Seats of many agents, which come a few at a time. */
@QuarkusTest
class ManySeatsTest {

    private static final int AGENTS = 230;

    @Inject
    EligibilityIndex index;

    @Inject
    StaleSeats staleSeats;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private Person customer;
    private long organisation;
    private long first;

    @BeforeEach
    void hire() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        first = 2_000_000_000 + organisation * 100_000;
        TestDatabase.execute("insert into agent (id, organisation_id, name, presence, presence_since, capacity,"
                + " load_units, idle_since, created_at, version, seated)"
                + " with recursive n (i) as (select 1 union all select i + 1 from n where i < " + AGENTS + ")"
                + " select " + first + " + i, " + organisation + ", 'Agent', 'AVAILABLE', utc_timestamp(6), 1, 0,"
                + " utc_timestamp(6) - interval (500 - i) second, utc_timestamp(6), 0, true from n");
    }

    @AfterEach
    void dismiss() {
        TestDatabase.execute(
                "delete from assignment where organisation_id = " + organisation,
                "delete from seat where organisation_id = " + organisation,
                "delete from stale_pool where organisation_id = " + organisation,
                "update ticket set agent_id = null where organisation_id = " + organisation,
                "delete from queue_member where agent_id > " + first,
                "delete from agent where id > " + first + " and organisation_id = " + organisation);
    }

    @Test
    void aNewKindOfTicketGoesToTheFirstInTheOrderAtOnce() {
        var ticket = open(Map.of());
        awaitHolder(first + 1, ticket);
        awaitAllSeats(AGENTS);
        assertEquals(AGENTS - 1, seats("place is not null"), "all but the one who holds the ticket");
    }

    /** Seats that come late may have those locked who have theirs; then the ticket is given after it was opened. */
    private static void awaitHolder(long agent, long ticket) {
        await().until(() ->
                TestDatabase.count("select coalesce(agent_id, 0) from ticket where id = " + ticket) == agent);
    }

    @Test
    void aNewKindOfTicketWaitsForNoAgentWhoIsLocked() throws SQLException {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (long agent : List.of(first + 1, first + AGENTS)) {
                statement.executeQuery("select id from agent where id = " + agent + " for update");
            }
            var ticket = open(Map.of());
            awaitHolder(first + 2, ticket);
            connection.rollback();
        }
        awaitAllSeats(AGENTS);
    }

    @Test
    void anAgentWhoLeavesAQueueHasNoSeatThereAnyMore() {
        long queue = house.queue("Returns");
        serve(queue, List.of(first + 1, first + 2, first + 3));
        open(Map.of("queueId", queue));
        awaitAllSeats(3);
        serve(queue, List.of(first + 3, first + 4));
        assertEquals(0, seats("agent_id in (" + (first + 1) + ", " + (first + 2) + ")"));
        awaitAllSeats(2);
        assertEquals(1, seats("agent_id = " + (first + 4) + " and place is not null"));
    }

    /** They are taken in transactions of their own, before the change is committed. */
    @Test
    void agentsHaveTheirSeatsAgainWhereTheChangeIsUndone() {
        long queue = house.queue("Returns");
        serve(queue, List.of(first + 1, first + 2, first + 3));
        open(Map.of("queueId", queue));
        awaitAllSeats(3);
        assertThrows(
                IllegalStateException.class,
                () -> currentOrganisation.in(
                        organisation, () -> QuarkusTransaction.requiringNew().run(() -> {
                            RosterLock.lock();
                            QueueMember.deleteOf(queue);
                            index.reseatQueue(queue);
                            throw new IllegalStateException("undone");
                        })));
        assertEquals(0, seats("true"));
        staleSeats.goOn();
        awaitAllSeats(3);
    }

    @Test
    void aWaitingTicketGoesToANewMember() {
        long queue = house.queue("Returns");
        long ticket = open(Map.of("queueId", queue));
        assertEquals("OPEN", house.status(ticket));
        serve(queue, List.of(first + 7));
        await().until(() ->
                TestDatabase.count("select coalesce(agent_id, 0) from ticket where id = " + ticket) == first + 7);
    }

    private void serve(long queue, List<Long> agents) {
        var members = agents.stream().map(agent -> Map.of("agentId", agent)).toList();
        Wire.send(house.admin().token(), "PUT", API + "/queues/" + queue + "/members", members)
                .as(200);
    }

    private long open(Map<String, ?> more) {
        return house.ticket(house.integration(), house.order(customer), more);
    }

    private void awaitAllSeats(int expected) {
        await().until(() ->
                TestDatabase.count("select count(*) from stale_pool where organisation_id = " + organisation) == 0
                        && seats("true") == expected);
    }

    private long seats(String condition) {
        return TestDatabase.count(
                "select count(*) from seat where organisation_id = " + organisation + " and " + condition);
    }
}
