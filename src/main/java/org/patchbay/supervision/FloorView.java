package org.patchbay.supervision;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Presence;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The floor in one account's visibility: invisible tickets and agents are not counted. */
@RegisterForReflection
record FloorView(
        @Schema(description = "When it was so: up to a second ago")
        Instant at,

        List<QueueState> queues,
        Totals totals) {

    /** The present state of a queue. */
    @RegisterForReflection
    record QueueState(
            @Schema(examples = "2") long id,
            @Schema(examples = "Returns") String name,

            @Schema(description = "Whether it is open now, by its business hours")
            boolean open,

            @Schema(description = "Tickets that wait for an agent", examples = "12")
            long waiting,

            @Schema(description = "Since when the one waits that waits longest", nullable = true) @Nullable
            Instant oldestWaitingSince,

            @Schema(description = "Of the time in which the queue is open; 0 where none waits", examples = "95")
            long longestWaitSeconds,

            @Schema(description = "Tickets that an agent is asked to take", examples = "1")
            long offered,

            @Schema(description = "Tickets that agents hold", examples = "7")
            long inProgress,

            @Schema(description = "Tickets whose customer must answer", examples = "3")
            long pending,

            Level serviceLevel,

            @Schema(description = "Those who serve the queue, by presence")
            SortedMap<Presence, Long> agents,

            @Schema(description = "Those of them who could take a ticket now", examples = "2")
            long free,

            @Schema(description = "Those that are raised now")
            List<Alarm> alarms) {}

    /** The queue's service level of today, in the organisation's time zone. */
    @RegisterForReflection
    record Level(
            @Schema(description = "The promise of the queue", examples = "80", nullable = true) @Nullable
            Integer targetPercent,

            @Schema(
                    description = "Within which time it promises it; time in which it is closed does not count",
                    examples = "20",
                    nullable = true)
            @Nullable
            Integer withinSeconds,

            @Schema(description = "Tickets that an agent first took today", examples = "140")
            long answered,

            @Schema(
                    description = "Those of them that waited no longer than was promised",
                    examples = "119",
                    nullable = true)
            @Nullable
            Long answeredWithin,

            @Schema(
                    description = "How many of the answered ones are; absent where none is, and without a promise",
                    examples = "85.0",
                    nullable = true)
            @Nullable
            Double percent,

            @Schema(
                    description = "Tickets that were withdrawn today while they waited for their first agent",
                    examples = "4")
            long abandoned) {}

    /** The figures that have alarms. */
    enum Kind {
        MAX_WAITING,
        MAX_WAIT_SECONDS,
        MIN_SERVICE_LEVEL_PERCENT,
        MIN_FREE_AGENTS
    }

    @RegisterForReflection
    record Alarm(
            Kind kind,
            @Schema(examples = "23") double value,

            @Schema(description = "The limit of the figure", examples = "20")
            int threshold) {}

    /** All queues together. An agent counts once. */
    @RegisterForReflection
    record Totals(
            @Schema(examples = "12") long waiting,
            @Schema(nullable = true) @Nullable Instant oldestWaitingSince,
            @Schema(examples = "95") long longestWaitSeconds,
            @Schema(examples = "1") long offered,
            @Schema(examples = "7") long inProgress,
            @Schema(examples = "3") long pending,
            @Schema(examples = "140") long answered,
            @Schema(examples = "4") long abandoned,
            SortedMap<Presence, Long> agents,
            @Schema(examples = "2") long free,

            @Schema(description = "Alarms that are raised now", examples = "1")
            long alarms) {}
}
