package org.patchbay.calls.engine;

/** The carrier of a call. */
public enum EngineKind {
    /** The browsers among themselves. */
    MESH,
    /** Rooms of Janus. */
    JANUS;

    /** Whether devices are connected with a server; else with one another. */
    public boolean isServer() {
        return this != MESH;
    }
}
