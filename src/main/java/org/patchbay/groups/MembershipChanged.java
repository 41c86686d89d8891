package org.patchbay.groups;

/** An account joined or left a group, or sees other things there. Fired inside that transaction. */
public record MembershipChanged(long organisationId, long accountId) {}
