package org.patchbay.timers;

import java.time.Instant;

/** A timer whose time has come, as it was set. */
public record DueTimer(long organisationId, long subjectId, long round, Instant dueAt) {}
