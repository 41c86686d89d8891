package org.patchbay.conversations;

/** The kind of a message. */
public enum MessageKind {
    /** Words of somebody. */
    TEXT,
    /** Words with buttons: the customer answers with one of them. */
    CHOICES,
    /** Words with a small form for the customer. */
    FORM,
    /** The customer's answer to buttons or a form. */
    ANSWER,
    /** The system's warning of a customer who says nothing that the chat ends. */
    SILENCE
}
