package org.patchbay.calls;

/** The kind of signal by which devices are connected. */
public enum SignalType {
    /** A description of a session, with all candidates, that asks for an answer. */
    OFFER,
    ANSWER,
    /** The connection is lost, and whoever offers may offer anew. */
    RESTART
}
