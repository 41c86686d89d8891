package org.patchbay.attachments.scanning;

/** The result of a scan. */
public enum Verdict {
    CLEAN,
    INFECTED
}
