package org.patchbay.calls;

/** The mode in which somebody takes part in a call. */
public enum LegMode {
    /** Everybody hears them. */
    TALK,
    /** Nobody hears them. */
    LISTEN,
    /** The holder of the ticket alone hears them. */
    WHISPER;

    /** Whether those who do not hear them do not know of them. */
    boolean isHidden() {
        return this != TALK;
    }
}
