package org.patchbay.routing.decisions;

import org.jspecify.annotations.Nullable;

/**
 * A search of a matcher: for an agent for a ticket, or for a ticket for an agent.
 *
 * @param ticketId null where a ticket is sought
 * @param agentId null where an agent is sought
 */
public record MatchRequest(
        @Nullable Long ticketId, @Nullable Long agentId) {

    public static MatchRequest agentFor(long ticketId) {
        return new MatchRequest(ticketId, null);
    }

    public static MatchRequest ticketFor(long agentId) {
        return new MatchRequest(null, agentId);
    }

    public boolean isFor(long ticket) {
        return ticketId != null && ticketId == ticket;
    }
}
