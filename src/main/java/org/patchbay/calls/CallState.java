package org.patchbay.calls;

/** The state of a call, as it follows from its ticket and from who is in it. */
public enum CallState {
    /** The customer waits for an agent. */
    WAITING,
    /** The customer and the agent are known, and one of them is not there yet, or not any more. */
    RINGING,
    /** The customer and somebody of staff are there. */
    ACTIVE,
    ENDED
}
