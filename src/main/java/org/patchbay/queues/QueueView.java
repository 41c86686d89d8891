package org.patchbay.queues;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.channels.MaxSize;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A queue as clients see it. */
@RegisterForReflection
public record QueueView(
        @Schema(examples = "2") long id,
        @Schema(examples = "Returns") String name,
        Distribution distribution,

        @Schema(description = "1 is served first where tickets are equally urgent", examples = "5")
        int priority,

        @Schema(nullable = true) @Nullable ServiceLevel serviceLevel,
        @Schema(nullable = true) @Nullable MaxWait maxWait,
        @Schema(nullable = true) @Nullable MaxSize maxSize,

        @Schema(description = "Where OVERFLOW leads", examples = "1", nullable = true) @Nullable
        Long overflowQueueId,

        @Schema(description = "When it is open; always where absent", examples = "1", nullable = true) @Nullable
        Long businessHoursId,

        @Schema(description = "The fate of tickets that come while it is closed", nullable = true) @Nullable
        Diversion whenClosed,

        @Schema(description = "How long agents have for their notes after a ticket", examples = "30")
        int wrapUpSeconds,

        @Schema(description = "Within which time a first answer is due", examples = "3600", nullable = true) @Nullable
        Integer firstResponseSeconds,

        @Schema(description = "Within which time a ticket is to be resolved", examples = "86400", nullable = true)
        @Nullable
        Integer resolutionSeconds,

        @Schema(nullable = true) @Nullable Silence silence,
        @Schema(nullable = true) @Nullable QueueBot bot,

        @Schema(description = "Whether tickets wait here that nothing leads elsewhere; one queue is")
        boolean isDefault,

        Instant createdAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    /** The bot that answers tickets of a channel here; null where people do. */
    public @Nullable QueueBot botFor(Channel channel) {
        return channel == Channel.CHAT ? bot : null;
    }

    static QueueView of(Queue queue) {
        return new QueueView(
                queue.id,
                queue.name,
                queue.distribution,
                queue.priority,
                queue.serviceLevel(),
                queue.maxWait(),
                queue.maxSize(),
                queue.overflowQueueId,
                queue.businessHoursId,
                queue.closedThen,
                queue.wrapUpSeconds,
                queue.firstResponseSeconds,
                queue.resolutionSeconds,
                queue.silence(),
                queue.bot(),
                queue.isDefault,
                queue.createdAt,
                queue.version);
    }
}
