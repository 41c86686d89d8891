package org.patchbay.tickets;

/**
 * The texts of a ticket were erased. Fired inside that transaction, under the ticket's row lock; observe it there to
 * erase what is kept of it elsewhere.
 */
public record TicketErased(long ticketId) {}
