package org.patchbay.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A call and its ticket, both locked in the transaction under way. */
record LockedCall(Call call, Ticket ticket) {

    /**
     * Locks a call, which may be over.
     *
     * @throws HttpProblem {@code not-found}
     */
    static LockedCall of(long id) {
        var ticket = Call.ticketOf(id).flatMap(Ticket::lock).orElseThrow(() -> unknown(id));
        return new LockedCall(Call.lock(id).orElseThrow(() -> unknown(id)), ticket);
    }

    /** @throws HttpProblem {@code not-found}; {@code conflict} where it is over */
    static LockedCall live(long id) {
        var locked = of(id);
        if (!locked.call.isLive()) {
            throw ProblemType.CONFLICT.because(CallWords.OVER);
        }
        return locked;
    }

    /** No such call, as far as somebody sees. */
    static HttpProblem unknown(long id) {
        return ProblemType.NOT_FOUND.because(CallWords.NO_CALL, id);
    }

    /**
     * Tells all who are in it to look at it, and remembers when it was answered.
     *
     * @param known those who were in it before
     */
    void changed(List<Leg> known) {
        Leg.flush();
        var legs = Leg.liveOf(call.id);
        if (call.answeredAt == null && isAnswered(legs)) {
            call.answeredAt = Times.now();
            ticket.record(TicketEventType.CALL_ANSWERED, null, null);
        }
        var told = new ArrayList<>(known);
        told.addAll(legs);
        tell(call, told);
    }

    /** Calls these people to look at a call, once the transaction is committed. */
    static void tell(Call call, List<Leg> legs) {
        CallBell.ring(call, legs.stream().map(leg -> leg.accountId).collect(Collectors.toSet()));
    }

    /** Whether the customer and somebody of staff are there. */
    static boolean isAnswered(List<Leg> legs) {
        return legs.stream().anyMatch(leg -> leg.role == LegRole.CUSTOMER)
                && legs.stream().anyMatch(leg -> leg.talks() && leg.role.isStaff() && leg.role != LegRole.ADVISER);
    }
}
