package org.patchbay.groups;

/** A group, with all below it, came below another. Fired inside that transaction. */
public record GroupsMoved(long organisationId) {}
