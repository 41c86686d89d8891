package org.patchbay.recordings.settings;

/** The part that customers have in the decision to record them. */
public enum Consent {
    /** They are told. */
    ANNOUNCE,
    /** They are asked; a call whose customer does not agree goes on unrecorded. */
    ASK
}
