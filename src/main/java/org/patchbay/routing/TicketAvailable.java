package org.patchbay.routing;

/**
 * A waiting ticket may be given to others than before, and the transaction that says so gave it to nobody. Observed
 * {@code AFTER_SUCCESS}, to look for them.
 */
record TicketAvailable(long organisationId, long ticketId) {}
