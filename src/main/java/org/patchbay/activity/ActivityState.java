package org.patchbay.activity;

/** The state of somebody who has a conversation before them, or had. */
public enum ActivityState {
    LOOKING,
    TYPING,
    /** They look no longer. */
    LEFT
}
