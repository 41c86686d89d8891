package org.patchbay.recordings.settings;

/** Whether a call is recorded. */
public enum RecordingMode {
    NEVER,
    ALWAYS,
    /** The agent decides. */
    ON_DEMAND
}
