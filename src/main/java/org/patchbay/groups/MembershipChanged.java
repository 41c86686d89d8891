package org.patchbay.groups;

/** An account joined or left a group, or its visibility level there changed. Fired inside that transaction. */
public record MembershipChanged(long organisationId, long accountId) {}
