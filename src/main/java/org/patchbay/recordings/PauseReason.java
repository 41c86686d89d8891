package org.patchbay.recordings;

/** Why nothing is recorded for a time. */
public enum PauseReason {
    /** Numbers of cards are said. */
    CARD_DATA,
    /** Something else that is nobody's business. */
    PRIVATE,
    /** The agent stopped what they had begun on demand; it does not go on by itself. */
    STOPPED
}
