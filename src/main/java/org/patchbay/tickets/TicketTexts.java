package org.patchbay.tickets;

/** The texts that a feature above keeps of tickets. Any bean that implements this is found. */
public interface TicketTexts {

    /** Erases them, in the transaction that erases those of the ticket, which holds its lock. */
    void eraseOf(long ticketId);
}
