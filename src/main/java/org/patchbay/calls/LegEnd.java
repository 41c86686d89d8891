package org.patchbay.calls;

/** The reason for which a leg ended. */
public enum LegEnd {
    LEFT,
    /** Its device was not heard of any more. */
    LOST,
    /** The account goes on with another device or window. */
    MOVED,
    /** They have no part in the call any more, as where the ticket went to another agent. */
    NOT_ADMITTED,
    CALL_ENDED
}
