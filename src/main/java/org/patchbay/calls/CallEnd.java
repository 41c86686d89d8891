package org.patchbay.calls;

/** The reason for which a call ended. */
public enum CallEnd {
    CUSTOMER,
    STAFF,
    /** The customer's line, and it did not come back. */
    LOST,
    /** The customer waited, and is called back. */
    CALLBACK,
    /** The ticket is over. */
    TICKET_OVER
}
