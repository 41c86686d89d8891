package org.patchbay.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Client;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Replica;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Two replicas on machines whose clocks are a minute apart, and both wrong: what always holds holds, and nothing
 * happens earlier, later or in another order for that. The database's clock is the test's witness.
 */
@Order(Pair.BEFORE)
class ClocksIT {

    /** By how much the clock of one machine is ahead of the database's, and that of the other behind. */
    private static final Duration OFF = Duration.ofSeconds(30);

    /** A replica is off by a part of a round trip; this is far from that, and from the difference of the clocks. */
    private static final Duration UNCERTAIN = Duration.ofSeconds(1);

    /** An agent who is there would be gone by the clock of the other machine. */
    private static final Map<String, String> SETTINGS = Map.of(
            "patchbay.assignment.sweep-every", "off",
            "patchbay.agents.look-every", "1s",
            "patchbay.agents.lost-after", "PT45S");

    private static final Pattern WARNED = Pattern.compile("Database clock is ahead of this replica's by (PT\\S+)");

    private static final int OPENERS = 12;
    private static final int TICKETS = OPENERS * Size.FAULT;
    private static final int MATCHERS = 8;
    private static final int IN_A_ROW = 16;

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** A timer that is due when a replica looks fires by this look, or while it looks a few times more. */
    private static final int LOOKS = 10;

    /** The times that a rush writes. */
    private static final String TIMES = """
            (select opened_at at from ticket union all select resolved_at from ticket
            union all select assigned_at from assignment union all select ended_at from assignment
            union all select at from decision union all select idle_since from agent
            union all select at from event where ticket_id is not null) times""";

    private static Replica ahead;
    private static Replica behind;

    @BeforeAll
    static void open() {
        assumeFalse(Replica.isNative(), "A native executable takes no Java agent, by which a clock is wrong");
        Replicas.cleanDatabase();
    }

    /** A test may have killed one. */
    @BeforeEach
    void bothAreThere() {
        ahead = alive("ahead", ahead, OFF);
        behind = alive("behind", behind, OFF.negated());
        ahead.awaitReady();
        behind.awaitReady();
        assertOff(OFF, ahead);
        assertOff(OFF.negated(), behind);
    }

    @AfterAll
    static void close() {
        Stream.of(ahead, behind).filter(Objects::nonNull).forEach(Replica::close);
    }

    private static Replica alive(String name, Replica before, Duration off) {
        return before != null && before.isAlive() ? before : Replica.startWithClock(name, off, SETTINGS);
    }

    /** It knows how wrong its machine's clock is. */
    private static void assertOff(Duration off, Replica replica) {
        var warned = WARNED.matcher(replica.log());
        assertTrue(warned.find(), replica::log);
        var wrong = Duration.parse(warned.group(1)).negated().minus(off).abs();
        assertTrue(wrong.compareTo(UNCERTAIN) < 0, () -> warned.group() + ", not by " + off.negated());
    }

    @Test
    void aRushLosesAndDoublesNothingAndEveryTimeIsTheDatabases() {
        var before = databaseTime();
        var centre = centre(12, TICKETS);
        centre.everybodyIs("AVAILABLE");
        long deadlocks = Proof.deadlocks();
        try (var scenario = new LoadScenario(centre, Duration.ofMillis(20)).agentsWork()) {
            scenario.open(OPENERS, Size.FAULT).awaitResolved(TICKETS);
            Proof.noTicketWasPassedOverMoreThan(MATCHERS, scenario.opened(TICKETS));
        }
        var after = databaseTime();
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(TICKETS);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
        Proof.hardlyAnybodyDeadlocked(deadlocks);
        assertTimesOfEachTicketAreInOrder();
        assertNotEarlier(before, time("select " + micros("min(at)") + " from " + TIMES));
        assertNotEarlier(time("select " + micros("max(at)") + " from " + TIMES), after);
        assertEquals(
                0, TestDatabase.count("select count(*) from agent where presence <> 'AVAILABLE'"), "taken for gone");
    }

    private static void assertTimesOfEachTicketAreInOrder() {
        assertEquals(0, TestDatabase.count("""
                        select count(*) from ticket t join assignment a on a.ticket_id = t.id
                        where not (t.opened_at <= a.assigned_at and a.assigned_at <= a.ended_at
                        and a.assigned_at <= t.resolved_at)
                        """), "tickets whose times are not in order");
        assertEquals(0, TestDatabase.count("""
                        select count(*) from event earlier join event later on later.ticket_id = earlier.ticket_id
                        and later.number > earlier.number and later.at < earlier.at
                        """), "histories whose times are not in order");
    }

    @Test
    void whatWasOpenedFirstIsServedFirstAndWhoWasFreeFirstIsServedFirst() {
        var centre = centre(IN_A_ROW, 2 * IN_A_ROW);
        var admins = List.of(adminOf(ahead), adminOf(behind));
        var opened = new ArrayList<Long>();
        for (int i = 0; i < IN_A_ROW; i++) {
            opened.add(opened(centre, admins.get(i % 2)));
        }
        var agents = centre.agents();
        for (int i = 0; i < IN_A_ROW; i++) {
            isAvailable(agents.get(i), admins.get(i % 2));
        }
        assertEquals(pairs(opened, agents), given());
        for (int i = 0; i < IN_A_ROW; i++) {
            admins.get((i + 1) % 2)
                    .post("/tickets/" + opened.get(i) + "/resolve", null)
                    .as(200);
        }
        var more = new ArrayList<Long>();
        for (int i = 0; i < IN_A_ROW; i++) {
            more.add(opened(centre, admins.get(i % 2)));
        }
        assertEquals(pairs(more, agents), given().subList(IN_A_ROW, 2 * IN_A_ROW));
    }

    private record Given(long ticket, long agent) {}

    private static List<Given> pairs(List<Long> tickets, List<Agent> agents) {
        var pairs = new ArrayList<Given>();
        for (int i = 0; i < tickets.size(); i++) {
            pairs.add(new Given(tickets.get(i), agents.get(i).id()));
        }
        return pairs;
    }

    private static List<Given> given() {
        return TestDatabase.list(
                "select ticket_id, agent_id from assignment order by id",
                row -> new Given(row.getLong(1), row.getLong(2)));
    }

    /**
     * With both at work, the replica that is ahead would fire early what the other sets; alone, the other would fire
     * late what that one left.
     */
    @Test
    void timersFireNeitherEarlyNorLate() throws InterruptedException {
        var centre = centre(3, 3);
        var admin = centre.admin();
        admin.put("/channels/CHAT", Map.of("units", 1, "exclusive", false, "offerSeconds", LIMIT.toSeconds()))
                .as(200);
        var impatient = Map.of("seconds", LIMIT.toSeconds(), "then", "REFUSE");
        long queue = admin.post(
                        "/queues", Map.of("name", "Impatient", "distribution", "LONGEST_IDLE", "maxWait", impatient))
                .as(201)
                .id();
        admin.put("/queues/" + queue + "/members", List.of()).as(200);
        var admins = List.of(adminOf(behind), adminOf(ahead));
        centre.everybodyIs("AVAILABLE");

        var set = new HashMap<Long, Instant>();
        admins.forEach(each -> set.putAll(offeredAndWaiting(each, queue)));
        awaitEnds(set);

        set.keySet().forEach(ticket -> admin.post("/tickets/" + ticket + "/cancel", null));
        centre.everybodyIs("AVAILABLE");
        set.clear();
        set.putAll(offeredAndWaiting(admins.getLast(), queue));
        ahead.kill();
        var due = databaseTime().plus(LIMIT).plus(UNCERTAIN);
        Patience.await().until(() -> databaseTime().isAfter(due));
        int looks = 0;
        while (!ended().containsAll(set.keySet())) {
            assertTrue(looks < LOOKS, () -> "timers are late, or have not fired: only " + ended() + " of " + set);
            awaitALook(set.keySet().iterator().next());
            looks++;
        }
    }

    /** A ticket that an agent is asked about, and one for which there is nobody, each with the time before it came. */
    private static Map<Long, Instant> offeredAndWaiting(Client client, long queue) {
        long customer = TestDatabase.count("select min(id) from customer");
        var before = databaseTime();
        var offered = client.post("/tickets", Map.of("channel", "CHAT", "customerId", customer))
                .as(201);
        assertEquals("OFFERED", offered.body().path("status").asText());
        long waiting = client.post("/tickets", Map.of("channel", "WORK_ITEM", "customerId", customer, "queueId", queue))
                .as(201)
                .id();
        var after = databaseTime();
        assertDueBetween(before.plus(LIMIT), after.plus(LIMIT), offered.id(), waiting);
        return Map.of(offered.id(), before, waiting, before);
    }

    /** Where they have not fired yet. */
    private static void assertDueBetween(Instant earliest, Instant latest, long offered, long waiting) {
        var sql = """
                select %s from timer where kind = 'max-wait' and subject_id = %d or kind = 'offer-expiry'
                and subject_id = (select min(id) from assignment where ticket_id = %d)""";
        for (var due :
                TestDatabase.list(sql.formatted(micros("due_at"), waiting, offered), row -> instant(row.getLong(1)))) {
            assertNotEarlier(earliest, due);
            assertNotEarlier(due, latest);
        }
    }

    /** Looks at all of them all the time, so that none ends early unseen. */
    private static void awaitEnds(Map<Long, Instant> set) {
        var left = new HashMap<>(set);
        Patience.await().until(() -> {
            var ended = ended();
            var now = databaseTime();
            left.forEach((ticket, before) -> {
                if (ended.contains(ticket)) {
                    assertNotEarlier(before.plus(LIMIT), now);
                }
            });
            left.keySet().removeAll(ended);
            return left.isEmpty();
        });
    }

    /** The tickets whose time, for an agent's answer or for waiting, was over. */
    private static List<Long> ended() {
        return TestDatabase.list(
                "select distinct ticket_id from event where type in ('EXPIRED', 'CANCELLED')", row -> row.getLong(1));
    }

    /** Returns when somebody has looked for timers: one that means nothing, and was due long ago, is gone. */
    private static void awaitALook(long ticket) {
        TestDatabase.execute("insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)"
                + " select organisation_id, 'resolution', id, 0, '2000-01-01', '2000-01-01', 0 from ticket"
                + " where id = " + ticket);
        Patience.await().until(() -> TestDatabase.count("select count(*) from timer where due_at = '2000-01-01'") == 0);
    }

    private static SupportCentre centre(int agents, int orders) {
        return SupportCentre.of(List.of(ahead.uri(), behind.uri()), agents, 1, orders);
    }

    private static Client adminOf(Replica replica) {
        return replica.client().signedIn("admin", SupportCentre.PASSWORD);
    }

    private static long opened(SupportCentre centre, Client client) {
        return client.post("/tickets", Map.of("orderNumber", centre.nextOrder(), "reason", "DAMAGED"))
                .as(201)
                .id();
    }

    private static void isAvailable(Agent agent, Client client) {
        client.put("/agents/" + agent.id() + "/presence", Map.of("presence", "AVAILABLE"))
                .as(200);
    }

    private static void assertNotEarlier(Instant earlier, Instant later) {
        assertTrue(!later.isBefore(earlier.minus(UNCERTAIN)), () -> later + " is before " + earlier);
    }

    private static Instant databaseTime() {
        return time("select " + micros("utc_timestamp(6)"));
    }

    private static Instant time(String sql) {
        return instant(TestDatabase.count(sql));
    }

    private static String micros(String time) {
        return "timestampdiff(microsecond, '1970-01-01', " + time + ")";
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
