package org.patchbay.routing;

/**
 * What a matcher looks for: an agent for a ticket, a ticket for an agent, or any pair.
 *
 * @param ticketId null where any will do
 * @param agentId null where any will do
 */
record Seeking(Long ticketId, Long agentId) {

    static final Seeking ANY = new Seeking(null, null);

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
