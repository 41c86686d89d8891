package org.patchbay.attachments;

/** The result of a look for malware. */
public enum AttachmentState {
    /** There was no scanner to ask. */
    UPLOADED,
    /** Nothing was found in it. */
    SCANNED,
    /** Malware was found in it, so its bytes were not kept. */
    INFECTED
}
