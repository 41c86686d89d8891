package org.patchbay.queues;

/** What becomes of a ticket that a queue does not keep waiting. */
public enum Diversion {
    /** It waits in the overflow queue. */
    OVERFLOW,
    REFUSE,
    /** The customer is called back. */
    CALLBACK
}
