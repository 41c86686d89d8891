package org.patchbay.calls;

/** The part that somebody has in a call. */
public enum LegRole {
    CUSTOMER,
    /** The holder of the ticket. */
    AGENT,
    /** Invited to talk with the customer, too. */
    COLLEAGUE,
    /** Asked for advice: talks with staff alone. */
    ADVISER,
    SUPERVISOR;

    boolean isStaff() {
        return this != CUSTOMER;
    }
}
