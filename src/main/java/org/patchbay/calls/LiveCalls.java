package org.patchbay.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.tickets.TicketStatus;

/** The calls that go on, as the floor shows them. */
@ApplicationScoped
public class LiveCalls {

    /**
     * A call that goes on.
     *
     * @param agentId who holds its ticket; null while nobody does
     */
    public record LiveCall(
            CallView call, long queueId, @Nullable Long agentId) {}

    /** Those of tickets that the current user sees, the oldest first. */
    @Transactional
    public Page<LiveCall> list(Actor actor, @Nullable String after, int limit) {
        var calls = Call.liveInSight(Cursor.id(after), limit + 1);
        return Page.of(calls, limit, call -> live(actor, call), call -> Cursor.at(call.id));
    }

    private static LiveCall live(Actor actor, Call call) {
        var ticket = Calls.ticketOf(call);
        return new LiveCall(
                Calls.view(actor, call, ticket),
                ticket.queueId(),
                ticket.status() == TicketStatus.IN_PROGRESS ? ticket.agentId() : null);
    }
}
