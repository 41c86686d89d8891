package org.patchbay.timers;

import java.time.Instant;

/** A timer that is due. */
public record DueTimer(long organisationId, long subjectId, long round, Instant dueAt) {}
