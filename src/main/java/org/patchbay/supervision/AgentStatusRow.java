package org.patchbay.supervision;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.agents.AgentView;
import org.patchbay.agents.Presence;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.tickets.TicketFigures;
import org.patchbay.tickets.TicketStatus;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An agent on the supervisors' board, with their presence and tickets. */
@RegisterForReflection
record AgentStatusRow(
        @Schema(examples = "7") long id,
        @Schema(examples = "Ada Agent") String name,

        @Schema(examples = "Returns desk", nullable = true) @Nullable
        String title,

        Presence presence,

        @Schema(description = "Why they are AWAY", examples = "Lunch", nullable = true) @Nullable
        String reason,

        Instant presenceSince,

        @Schema(
                description = "Since when they are AWAY or OFFLINE, the one after the other too: what they hold waits"
                        + " for them; absent while they are neither",
                nullable = true)
        @Nullable
        Instant goneSince,

        @Schema(description = "Units they hold now", examples = "1")
        int load,

        @Schema(description = "Units they may hold at once", examples = "2")
        int capacity,

        @Schema(description = "Those in one's sight") List<HeldTicket> tickets) {

    /** A ticket that an agent holds, or is offered. */
    @RegisterForReflection
    record HeldTicket(
            @Schema(examples = "4711") long id,
            TicketStatus status,
            Channel channel,
            Priority priority,
            @Schema(examples = "2") long queueId) {

        static HeldTicket of(TicketFigures.HeldTicket ticket) {
            return new HeldTicket(
                    ticket.ticketId(), ticket.status(), ticket.channel(), ticket.priority(), ticket.queueId());
        }
    }

    static AgentStatusRow of(AgentView agent, @Nullable String reason, List<TicketFigures.HeldTicket> held) {
        return new AgentStatusRow(
                agent.id(),
                agent.name(),
                agent.title(),
                agent.presence(),
                reason,
                agent.presenceSince(),
                agent.goneSince(),
                agent.load(),
                agent.capacity(),
                held.stream().map(HeldTicket::of).toList());
    }
}
