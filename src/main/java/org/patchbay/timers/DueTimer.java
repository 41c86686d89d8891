package org.patchbay.timers;

import java.time.Instant;

/**
 * A timer that is due.
 *
 * @param <P> the payload of its {@link TimerKind}
 * @param payload as it was set
 */
public record DueTimer<P>(long organisationId, long subjectId, P payload, Instant dueAt) {}
