package org.patchbay.groups;

/** A group, with all groups below it, moved below another. Fired inside that transaction. */
public record GroupsMoved(long organisationId) {}
