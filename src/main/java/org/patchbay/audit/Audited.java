package org.patchbay.audit;

/** A change was recorded in the organisation of the transaction under way. Fired inside that transaction. */
public record Audited(Action action) {}
