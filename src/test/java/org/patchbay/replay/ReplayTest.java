package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Histories made by hand: the replay objects to wrong decisions, and to nothing else. */
class ReplayTest {

    private static final Duration APART = Duration.ofSeconds(10);

    private static final Duration NOT_AGAIN = APART.plusSeconds(4);
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final long QUEUE = 1;
    private static final long ANNA = 1;
    private static final long BEN = 2;
    private static final long CLEO = 3;

    private final List<Transaction> history = new ArrayList<>();
    private final Map<Long, Row> agents = new HashMap<>();
    private final Map<Long, Row> tickets = new HashMap<>();
    private long assignments;
    private Instant now = BEGIN;

    /** Anna idles longest, Ben and Cleo have the skill. */
    @BeforeEach
    void open() {
        committed(inserted("queue", "id", QUEUE, "distribution", "LONGEST_IDLE", "priority", 5));
        for (long agent : List.of(ANNA, BEN, CLEO)) {
            committed(
                    agent(row(
                            "id",
                            agent,
                            "presence",
                            "AVAILABLE",
                            "capacity",
                            1,
                            "load_units",
                            0,
                            "idle_since",
                            micros())),
                    inserted("queue_member", "id", agent, "queue_id", QUEUE, "agent_id", agent, "tier", 1));
        }
        for (long agent : List.of(BEN, CLEO)) {
            committed(inserted("agent_skill", "id", agent, "agent_id", agent, "skill_id", 7, "level", 5));
        }
    }

    @Test
    void ticketsThatGoByAgeToWhoIdlesLongestAreInOrder() {
        waits(1, "[]");
        waits(2, "[]");
        claims("MATCHER", ANNA, 1);
        claims("MATCHER", BEN, 2);
        assertEquals(List.of(), objections());
    }

    @Test
    void whoIdlesLongestIsPassedOverWithoutTheSkill() {
        waits(1, "[{\"skillId\": 7, \"level\": 3}]");
        claims("MATCHER", BEN, 1);
        assertEquals(List.of(), objections());
    }

    @Test
    void aClaimWithoutTheSkillIsWrong() {
        waits(1, "[{\"skillId\": 7, \"level\": 3}]");
        claims("MATCHER", ANNA, 1);
        assertObjection("the agent has skill 7 at 0, not 3");
    }

    @Test
    void aClaimWithoutTheSkillIsRightOnceItIsNoLongerRequired() {
        waits(1, "[{\"skillId\": 7, \"level\": 3, \"relax\": [{\"afterSeconds\": 30}]}]");
        passes(Duration.ofSeconds(40));
        claims("MATCHER", ANNA, 1);
        assertEquals(List.of(), objections());
    }

    @Test
    void aClaimOverCapacityIsWrong() {
        waits(1, "[]");
        waits(2, "[]");
        claims("MATCHER", ANNA, 1);
        claims("FREED_AGENT", ANNA, 2);
        assertObjection("the agent holds 1 of 1 and it costs 1");
    }

    @Test
    void aClaimOfWhoIsAwayIsWrong() {
        waits(1, "[]");
        committed(agent(agents.get(ANNA).with("presence", "AWAY")));
        claims("FREED_AGENT", ANNA, 1);
        assertObjection("the agent is AWAY");
    }

    @Test
    void aSecondHolderIsWrong() {
        waits(1, "[]");
        claims("MATCHER", ANNA, 1);
        claims("MATCHER", BEN, 1);
        assertObjection("it is held by [1]");
    }

    @Test
    void aClaimOfWhoJustRefusedIsWrong() {
        waits(1, "[]");
        claims("MATCHER", ANNA, 1);
        refuses(ANNA, 1);
        passes(Duration.ofSeconds(2));
        claims("FREED_AGENT", ANNA, 1);
        assertObjection("the agent refused it just before");
    }

    @Test
    void whoRefusedIsAskedAgainLater() {
        waits(1, "[]");
        claims("MATCHER", ANNA, 1);
        refuses(ANNA, 1);
        passes(Duration.ofSeconds(6));
        claims("FREED_AGENT", ANNA, 1);
        assertEquals(List.of(), objections());
    }

    @Test
    void aYoungerTicketBeforeAnOlderOneIsWrong() {
        waits(1, "[]");
        waits(2, "[]");
        claims("MATCHER", ANNA, 2);
        assertObjection("before came the tickets [1]");
    }

    @Test
    void aYoungerTicketMayComeFirstWhileTheOlderOneIsBeingChanged() {
        waits(1, "[]");
        waits(2, "[]");
        claims("MATCHER", ANNA, 2);
        justAfter(List.of(ticket(tickets.get(1L).with("updated_at", micros()))));
        assertEquals(List.of(), objections());
    }

    @Test
    void anAgentBeforeWhoIdlesLongerIsWrong() {
        waits(1, "[]");
        claims("MATCHER", CLEO, 1);
        assertObjection("before came the agents [1, 2]");
    }

    @Test
    void aTicketMayBeGivenAsItIsOpenedAndInOrder() {
        opensAndClaims(1, ANNA);
        assertEquals(List.of(), objections());
        opensAndClaims(2, CLEO);
        assertObjection("before came the agents [2]");
    }

    @Test
    void ticketsThatAreGivenTogetherAreGivenInOrder() {
        opensAndClaimsTogether(List.of(ANNA, BEN, CLEO));
        assertEquals(List.of(), objections());
    }

    @Test
    void ticketsThatAreGivenTogetherOutOfOrderAreWrong() {
        opensAndClaimsTogether(List.of(BEN, ANNA));
        assertObjection("before came the agents [1]");
    }

    @Test
    void anAgentIsNotGivenMoreTicketsTogetherThanOneAfterTheOther() {
        opensAndClaimsTogether(List.of(ANNA, ANNA));
        assertObjection("the agent holds 1 of 1 and it costs 1");
    }

    @Test
    void aQueueThatServesInTurnBeginsWithTheTicketThatIsGivenAsItIsOpened() {
        committed(inserted("queue", "id", QUEUE, "distribution", "ROUND_ROBIN", "priority", 5));
        opensAndClaims(1, ANNA);
        resolves(ANNA, 1);
        opensAndClaims(2, BEN);
        assertEquals(List.of(), objections());
        opensAndClaims(3, ANNA);
        assertObjection("before came the agents [3]");
    }

    @Test
    void thePoolThatATransactionMakesExplainsNoneOfItsDecisions() {
        var opening = new ArrayList<>(opening(1, "[]"));
        opening.add(inserted("pool", "id", 1L));
        opening.addAll(claim("MATCHER", CLEO, 1));
        committed(opening);
        assertObjection("before came the agents [1, 2]");
    }

    @Test
    void whoeverIsFreedMayComeBeforeWhoIdlesLonger() {
        waits(1, "[]");
        claims("FREED_AGENT", CLEO, 1);
        assertEquals(List.of(), objections());
    }

    @Test
    void aSupervisorMayChooseWhoLacksTheSkillButNotWhoHasNoRoom() {
        waits(1, "[{\"skillId\": 7, \"level\": 3}]");
        claims("SUPERVISOR", ANNA, 1);
        assertEquals(List.of(), objections());
        waits(2, "[]");
        claims("SUPERVISOR", ANNA, 2);
        assertObjection("the agent holds 1 of 1 and it costs 1");
    }

    @Test
    void aTicketThatAFreeAgentMayHaveWaitsInVain() {
        waits(1, "[{\"skillId\": 7, \"level\": 6}]");
        assertEquals(List.of(), Replay.waitingInVain(history, NOT_AGAIN, now));
        waits(2, "[{\"skillId\": 7, \"level\": 5}]");
        assertEquals(
                List.of("ticket 2 could be agent 2's", "ticket 2 could be agent 3's"),
                Replay.waitingInVain(history, NOT_AGAIN, now));
    }

    private void waits(long ticket, String skills) {
        committed(opening(ticket, skills));
    }

    private void opensAndClaims(long ticket, long agent) {
        var opening = new ArrayList<>(opening(ticket, "[]"));
        passes(Duration.ofSeconds(1));
        opening.addAll(claim("MATCHER", agent, ticket));
        committed(opening);
    }

    /** As a transaction of several commands writes it: table by table, the tickets as they are in the end. */
    private void opensAndClaimsTogether(List<Long> chosen) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < chosen.size(); i++) {
            var waiting = opening(i + 1L, "[]").getFirst().after();
            changes.add(new Change(
                    "ticket", null, waiting.with("status", "IN_PROGRESS").with("agent_id", chosen.get(i))));
        }
        for (int i = 0; i < chosen.size(); i++) {
            assignments++;
            changes.add(assignment(chosen.get(i), i + 1L, "ACTIVE", null));
        }
        chosen.stream()
                .distinct()
                .forEach(agent -> changes.add(
                        agent(agents.get(agent).with("load_units", 1).with("idle_since", micros()))));
        for (int i = 0; i < chosen.size(); i++) {
            changes.add(decision("MATCHER", i + 1L));
        }
        committed(changes);
    }

    private List<Change> opening(long ticket, String skills) {
        return List.of(ticket(row(
                "id",
                ticket,
                "queue_id",
                QUEUE,
                "channel",
                "CHAT",
                "status",
                "OPEN",
                "priority",
                3,
                "opened_at",
                micros(),
                "required_skills",
                skills)));
    }

    private void claims(String basis, long agent, long ticket) {
        committed(claim(basis, agent, ticket));
    }

    private List<Change> claim(String basis, long agent, long ticket) {
        var given = agents.get(agent);
        return List.of(
                decision(basis, ticket),
                assignment(agent, ticket, "ACTIVE", null),
                agent(given.with("load_units", given.number("load_units") + 1).with("idle_since", micros())),
                ticket(tickets.get(ticket).with("status", "IN_PROGRESS").with("agent_id", agent)));
    }

    private Change decision(String basis, long ticket) {
        return inserted(
                "decision", "id", ++assignments, "ticket_id", ticket, "basis", basis, "at", micros(), "micros", 1_000);
    }

    private void resolves(long agent, long ticket) {
        committed(
                assignment(agent, ticket, "COMPLETED", micros()),
                agent(agents.get(agent).with("load_units", 0).with("idle_since", micros())),
                ticket(tickets.get(ticket).with("status", "RESOLVED")));
    }

    private void refuses(long agent, long ticket) {
        committed(
                assignment(agent, ticket, "DECLINED", micros()),
                agent(agents.get(agent).with("load_units", 0)),
                ticket(tickets.get(ticket).with("status", "OPEN")));
    }

    private Change assignment(long agent, long ticket, String status, Long endedAt) {
        var row = row("id", assignments, "agent_id", agent, "ticket_id", ticket, "units", 1, "status", status)
                .with("ended_at", endedAt);
        return new Change("assignment", endedAt == null ? null : row, row);
    }

    private Change agent(Row row) {
        return new Change("agent", agents.put(row.id(), row), row);
    }

    private Change ticket(Row row) {
        return new Change("ticket", tickets.put(row.id(), row), row);
    }

    private static Change inserted(String table, Object... values) {
        return new Change(table, null, row(values));
    }

    private static Row row(Object... values) {
        var row = new HashMap<String, Object>();
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        return new Row(row);
    }

    private void committed(Change... changes) {
        committed(Arrays.asList(changes));
    }

    /** Far enough from what was committed before for neither to explain anything in the other. */
    private void committed(List<Change> changes) {
        for (int i = 0; i < Claim.NEAR; i++) {
            history.add(new Transaction(history.size(), now.minusSeconds(1), List.of()));
        }
        justAfter(changes);
    }

    private void justAfter(List<Change> changes) {
        history.add(new Transaction(history.size(), now, changes));
        passes(APART);
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    private List<String> objections() {
        return Replay.of(history, NOT_AGAIN).objections();
    }

    private void assertObjection(String reason) {
        assertTrue(
                objections().stream().anyMatch(objection -> objection.endsWith(reason)),
                () -> "not among them: " + objections());
    }
}
