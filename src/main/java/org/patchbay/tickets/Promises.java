package org.patchbay.tickets;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * The promises of its queues about a ticket, and what came of them. The service level is whether it left its queue in
 * time. The time to resolve it stands still while its customer must answer, and while it is resolved.
 */
@Embeddable
public class Promises {

    @Nullable
    Instant answerDueAt;

    @Nullable
    Instant resolutionDueAt;

    /** When it first left its queue, given to an agent or withdrawn while it waited for one; null until then. */
    @Nullable
    Instant leftAt;

    /** The queue that it left then, whatever queue it came to later. */
    @Nullable
    Long leftQueueId;

    /** Whether it was withdrawn then. */
    boolean abandoned;

    @Nullable
    Instant pausedSince;

    /** For how much of its queues' open time it was paused before. */
    long pausedSeconds;

    /** By when it is to leave its queue; null where nothing is promised. */
    public @Nullable Instant answerDueAt() {
        return answerDueAt;
    }

    /** Null where nothing is promised. */
    public void toAnswerBy(@Nullable Instant due) {
        answerDueAt = due;
    }

    /** By when it is to be resolved; null where nothing is promised. */
    public @Nullable Instant resolutionDueAt() {
        return resolutionDueAt;
    }

    /** Null where nothing is promised. */
    public void toResolveBy(@Nullable Instant due) {
        resolutionDueAt = due;
    }

    /** Since when it waits for its customer, or is resolved; null while we have to do something about it. */
    public @Nullable Instant pausedSince() {
        return pausedSince;
    }

    /** For how much of its queues' open time it waited for its customer, or was resolved. */
    public Duration paused() {
        return Duration.ofSeconds(pausedSeconds);
    }

    /** We have to do something about it again. */
    public void goOn(Duration openMeanwhile) {
        pausedSeconds += openMeanwhile.toSeconds();
        pausedSince = null;
    }

    /** Where it is paused already, it goes on being so. */
    void pause(Instant now) {
        if (pausedSince == null) {
            pausedSince = now;
        }
    }

    boolean hasLeft() {
        return leftAt != null;
    }

    /** The first time counts. */
    void leave(long queueId, Instant now) {
        if (leftAt == null) {
            leftAt = now;
            leftQueueId = queueId;
        }
    }

    /** Nobody ever had it, and nobody will. */
    void abandon(long queueId, Instant now) {
        if (leftAt == null) {
            leave(queueId, now);
            abandoned = true;
        }
    }

    /** When an agent first had it; null where none did. */
    @Nullable
    Instant answeredAt() {
        return abandoned ? null : leftAt;
    }
}
