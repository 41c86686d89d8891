package org.patchbay.recordings;

/** The device that records. */
public enum RecordingSource {
    /** The browser of the agent. */
    DESK,
    /** The media server. */
    ENGINE
}
