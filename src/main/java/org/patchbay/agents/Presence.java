package org.patchbay.agents;

/** Whether an agent takes tickets: only AVAILABLE ones do. */
public enum Presence {
    OFFLINE,
    AVAILABLE,
    AWAY,
    WRAP_UP;

    /** Whether an agent of this presence is gone. */
    boolean isGone() {
        return this == AWAY || this == OFFLINE;
    }
}
