package org.patchbay.queues;

/** The fate of a ticket that a queue does not keep waiting. */
public enum Diversion {
    /** It waits in the overflow queue. */
    OVERFLOW,
    REFUSE,
    /** It becomes a callback to the customer. */
    CALLBACK
}
