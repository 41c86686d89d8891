package org.patchbay.calls.engine;

/** The kind of media engine. */
public enum EngineKind {
    /** The browsers among themselves. */
    MESH,
    /** Rooms of Janus. */
    JANUS
}
