package org.patchbay.shared.time;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.routing.matching.SweepNow;
import org.patchbay.shared.lifecycle.DatabaseClockSync;
import org.patchbay.shared.time.DatabaseClock.Reading;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/**
 * Replicas whose clocks differ serve one organisation: the application in this process is now the one, now the other.
 */
@QuarkusTest
@ExtendWith(MovableClock.class)
class ClocksOfReplicasTest {

    private static final Duration RIGHT = Duration.ZERO;
    private static final Duration SLOW = Duration.ofSeconds(-90);
    private static final Duration FAST = Duration.ofSeconds(90);

    @Inject
    DatabaseClockSync databaseClockSync;

    @Inject
    SweepNow sweep;

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
    void whatWaitsLongerComesFirst() throws SQLException {
        become(RIGHT);
        long first = house.ticket(customer);
        become(SLOW);
        long second = house.ticket(customer);
        become(RIGHT);
        var agent = house.availableAgent();
        house.awaitHeldBy(agent, first);
        assertEquals("OPEN", house.status(second));
    }

    @Test
    void whoIdlesLongerComesFirst() throws SQLException {
        become(RIGHT);
        var first = house.availableAgent();
        become(SLOW);
        house.availableAgent();
        become(RIGHT);
        house.awaitHeldBy(first, house.ticket(customer));
    }

    @Test
    void whoWasServedEarlierIsNextInTurn() throws SQLException {
        long queue = house.queue("In turn", Map.of("distribution", "ROUND_ROBIN"));
        var agents = List.of(house.availableAgent(), house.availableAgent());
        house.admin()
                .sends(agents.stream()
                        .map(agent -> Map.of("agentId", agent.id()))
                        .toList())
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
        become(FAST);
        var first = holderOf(ticketIn(queue));
        become(RIGHT);
        var second = holderOf(ticketIn(queue));
        assertNotEquals(first, second);
        for (long ticket : house.each("/tickets?status=IN_PROGRESS")) {
            house.admin().takes("resolve", ticket).then().statusCode(200);
        }
        assertEquals(first, holderOf(ticketIn(queue)));
    }

    @Test
    void aLimitIsWholeWhoeverSetsIt() throws SQLException {
        long queue = house.queue("Impatient", Map.of("maxWait", Map.of("seconds", 300, "then", "REFUSE")));
        for (var replica : List.of(SLOW, FAST)) {
            become(replica);
            var before = databasesTime();
            long ticket = ticketIn(queue);
            var after = databasesTime();
            var due = TestDatabase.list(
                            "select timestampdiff(microsecond, '1970-01-01', due_at) from timer where kind = 'max-wait'"
                                    + " and subject_id = " + ticket,
                            row -> row.getLong(1))
                    .getFirst();
            var opened = Instant.EPOCH.plusNanos(due * 1_000).minusSeconds(300);
            assertTrue(
                    opened.isAfter(before.minusSeconds(5)) && opened.isBefore(after.plusSeconds(5)),
                    () -> opened + " is not between " + before + " and " + after);
            MovableClock.forward(Duration.ofSeconds(310));
            await().until(() -> house.status(ticket), is("CANCELLED"));
        }
    }

    @Test
    void whoRefusedATicketIsNotAskedAgainForTheWholeTime() throws SQLException {
        house.offering(600);
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        await().until(() -> house.status(ticket), is("OFFERED"));
        become(SLOW);
        agent.sends(Map.of("reason", "I do not speak French."))
                .post(API + "/offers/{id}/decline", agent.reads("/offers").getLong("items[0].id"))
                .then()
                .statusCode(200);
        MovableClock.forward(Duration.ofMinutes(4));
        sweep.sweep();
        assertEquals("OPEN", house.status(ticket));
        MovableClock.forward(Duration.ofMinutes(2));
        sweep.sweep();
        assertEquals("OFFERED", house.status(ticket));
    }

    @Test
    void aReplicaThatIsOffIsMendedByItsNextLook() {
        var now = Instant.now();
        Times.COMMON.follow(new Reading(now, now.plus(FAST), now));
        databaseClockSync.look();
        assertTrue(Times.COMMON.ahead().compareTo(FAST.dividedBy(2)) < 0, () -> "still by " + Times.COMMON.ahead());
    }

    /** Becomes a replica whose own clock is off by so much. */
    private void become(Duration off) throws SQLException {
        var clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), off));
        databaseClockSync.follow(clock);
        Times.tellBy(clock);
    }

    private long ticketIn(long queue) {
        return house.ticket(house.supervisor(), house.order(customer), Map.of("queueId", queue));
    }

    private long holderOf(long ticket) {
        await().until(() -> house.status(ticket), is("IN_PROGRESS"));
        return house.admin().reads("/tickets/{id}", ticket).getLong("agentId");
    }

    private static Instant databasesTime() {
        long micros = TestDatabase.count("select timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))");
        return Instant.EPOCH.plusNanos(micros * 1_000);
    }
}
