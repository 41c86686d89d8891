package org.patchbay.tickets;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.patchbay.tickets.TicketStatus.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TicketStatusTest {

    /** Every transition, as people drew it; all others must be refused. */
    private static final Map<TicketStatus, Map<Step, TicketStatus>> DRAWN = Map.of(
            TicketStatus.OPEN,
                    Map.of(
                            Step.ASSIGN, TicketStatus.IN_PROGRESS,
                            Step.OFFER, TicketStatus.OFFERED,
                            Step.SETTLE, TicketStatus.RESOLVED,
                            Step.CANCEL, TicketStatus.CANCELLED),
            TicketStatus.OFFERED,
                    Map.of(
                            Step.ASSIGN, TicketStatus.IN_PROGRESS,
                            Step.ACCEPT, TicketStatus.IN_PROGRESS,
                            Step.DECLINE, TicketStatus.OPEN,
                            Step.EXPIRE, TicketStatus.OPEN,
                            Step.RELEASE, TicketStatus.OPEN,
                            Step.CANCEL, TicketStatus.CANCELLED),
            TicketStatus.IN_PROGRESS,
                    Map.of(
                            Step.ASSIGN, TicketStatus.IN_PROGRESS,
                            Step.EXPIRE, TicketStatus.OPEN,
                            Step.RELEASE, TicketStatus.OPEN,
                            Step.PEND, TicketStatus.PENDING,
                            Step.RESOLVE, TicketStatus.RESOLVED,
                            Step.CANCEL, TicketStatus.CANCELLED),
            TicketStatus.PENDING,
                    Map.of(
                            Step.RESUME, TicketStatus.OPEN,
                            Step.RESOLVE, TicketStatus.RESOLVED,
                            Step.CANCEL, TicketStatus.CANCELLED),
            TicketStatus.RESOLVED, Map.of(Step.REOPEN, TicketStatus.OPEN, Step.CLOSE, TicketStatus.CLOSED),
            TicketStatus.CLOSED, Map.of(),
            TicketStatus.CANCELLED, Map.of());

    @Test
    void exactlyTheDrawnTransitionsExist() {
        for (var status : TicketStatus.values()) {
            var steps = status.steps().stream().collect(Collectors.toMap(step -> step, Step::to));
            assertEquals(DRAWN.get(status), steps, status.name());
        }
    }

    @Test
    void ofAllPairsTheDrawnOnesLeadWhereTheyAreDrawnAndOthersAreRefused() {
        for (var status : TicketStatus.values()) {
            for (var step : Step.values()) {
                var drawn = DRAWN.get(status).get(step);
                if (drawn == null) {
                    assertThrows(IllegalStateException.class, () -> status.after(step), status + " " + step);
                } else {
                    assertEquals(drawn, status.after(step), status + " " + step);
                }
            }
        }
    }

    @Test
    void ticketsAreWithAnAgentExactlyWhileTheyCanBeReleased() {
        for (var status : TicketStatus.values()) {
            assertEquals(status.isWithAgent(), status.steps().contains(Step.RELEASE), status.name());
        }
    }

    /** Nobody is asked, or given a ticket, but by these; and from an end there is no way but to reopen. */
    @Test
    void eachKindOfStatusIsEnteredByItsOwnSteps() {
        for (var status : TicketStatus.values()) {
            for (var step : status.steps()) {
                var after = status.after(step);
                var giving = EnumSet.of(Step.ASSIGN, Step.OFFER, Step.ACCEPT);
                assertEquals(after.isWithAgent(), giving.contains(step), status + " " + step);
                assertEquals(!status.isLive() && after.isLive(), step == Step.REOPEN, status + " " + step);
            }
        }
    }

    @Test
    void ticketsAreLiveExactlyWhileTheyCanBeCancelled() {
        for (var status : TicketStatus.values()) {
            assertEquals(status.isLive(), status.steps().contains(Step.CANCEL), status.name());
        }
    }

    @Test
    void peopleTakeNoStepThatIsAnOffersOrTheSystems() {
        var ofOffers = EnumSet.of(Step.OFFER, Step.ACCEPT, Step.DECLINE, Step.EXPIRE, Step.SETTLE);
        for (var status : TicketStatus.values()) {
            var steps = status.steps();
            steps.removeAll(ofOffers);
            assertEquals(steps, status.nextSteps(), status.name());
        }
    }

    @Test
    void everyStateCanBeReachedAndOnlyClosedAndCancelledAreTheEnd() {
        var reached = EnumSet.of(TicketStatus.OPEN);
        for (int i = 0; i < TicketStatus.values().length; i++) {
            Set.copyOf(reached).forEach(status -> status.steps().forEach(step -> reached.add(step.to())));
        }
        assertEquals(EnumSet.allOf(TicketStatus.class), reached);
        assertEquals(
                EnumSet.of(TicketStatus.CLOSED, TicketStatus.CANCELLED),
                Arrays.stream(TicketStatus.values())
                        .filter(status -> status.steps().isEmpty())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketStatus.class))));
    }
}
