package org.patchbay.tickets;

/** The part of a colleague in a ticket of another agent. */
public enum InvitedAs {
    /** Advises: writes to colleagues alone, and the customer learns of nothing. */
    CONSULT,
    /** Talks with the customer, too. */
    JOIN
}
