package org.patchbay.conversations;

/** The kind of a message. */
public enum MessageKind {
    /** Words of somebody. */
    TEXT,
    /** The system's warning of a customer who says nothing that the chat ends. */
    SILENCE
}
