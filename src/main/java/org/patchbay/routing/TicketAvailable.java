package org.patchbay.routing;

/**
 * A waiting ticket may be given to other agents than before, and the transaction that says so gave it to none. Observe
 * it {@code AFTER_SUCCESS}, to look for them.
 */
record TicketAvailable(long organisationId, long ticketId) {}
