package org.patchbay.tickets;

/** How a request reached us. */
public enum Channel {
    RETURN_CASE
}
