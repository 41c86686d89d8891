package org.patchbay.routing;

/**
 * What a matcher looks for: an agent for a ticket, or a ticket for an agent.
 *
 * @param ticketId null where a ticket is sought
 * @param agentId null where an agent is sought
 */
record Seeking(Long ticketId, Long agentId) {

    static Seeking agentFor(long ticketId) {
        return new Seeking(ticketId, null);
    }

    static Seeking ticketFor(long agentId) {
        return new Seeking(null, agentId);
    }

    boolean isFor(long ticket) {
        return ticketId != null && ticketId == ticket;
    }
}
