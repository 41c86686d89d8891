package org.patchbay.recordings;

/** The state of a recording. */
public enum RecordingState {
    RECORDING,
    /** It can be heard. */
    READY,
    /** Nothing of it came. */
    FAILED,
    /** Its sound is deleted. */
    DELETED
}
