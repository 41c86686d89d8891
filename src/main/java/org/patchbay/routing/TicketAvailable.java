package org.patchbay.routing;

/** A waiting ticket may be given to others than before. Observed {@code AFTER_SUCCESS}, to look for them. */
record TicketAvailable(long organisationId, long ticketId) {}
