package org.patchbay.routing.matching;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.events.DomainEvent;

/**
 * A waiting ticket may be given to other agents than before, and the transaction that says so gave it to none.
 *
 * @param leftAgentId the agent whom it left by this; null where it left none
 */
public record TicketAvailable(
        long organisationId, long ticketId, @Nullable Long leftAgentId) implements DomainEvent {}
