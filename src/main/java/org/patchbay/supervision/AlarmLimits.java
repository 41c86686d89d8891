package org.patchbay.supervision;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.supervision.FloorView.Alarm;
import org.patchbay.supervision.FloorView.Kind;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The limits beyond which figures of a queue are alarms; an absent limit raises none. */
@RegisterForReflection
record AlarmLimits(
        @Min(0) @Max(1_000_000) @Schema(description = "More may not wait", examples = "20", nullable = true) @Nullable
        Integer maxWaiting,

        @Min(0)
        @Max(2_678_400)
        @Schema(description = "None may wait longer", examples = "120", nullable = true)
        @Nullable
        Integer maxWaitSeconds,

        @Min(1) @Max(100) @Schema(description = "Of today", examples = "80", nullable = true) @Nullable
        Integer minServiceLevelPercent,

        @Min(1) @Max(100_000) @Schema(description = "Fewer may not be free", examples = "1", nullable = true) @Nullable
        Integer minFreeAgents) {

    static final AlarmLimits NONE = new AlarmLimits(null, null, null, null);

    /**
     * The alarms that a queue's visible figures raise.
     *
     * @param percent of today's service level; null where there is none
     */
    List<Alarm> raisedBy(long waiting, long longestWaitSeconds, @Nullable Double percent, long free) {
        var raised = new ArrayList<Alarm>();
        if (maxWaiting != null && waiting > maxWaiting) {
            raised.add(new Alarm(Kind.MAX_WAITING, waiting, maxWaiting));
        }
        if (maxWaitSeconds != null && longestWaitSeconds > maxWaitSeconds) {
            raised.add(new Alarm(Kind.MAX_WAIT_SECONDS, longestWaitSeconds, maxWaitSeconds));
        }
        if (minServiceLevelPercent != null && percent != null && percent < minServiceLevelPercent) {
            raised.add(new Alarm(Kind.MIN_SERVICE_LEVEL_PERCENT, percent, minServiceLevelPercent));
        }
        if (minFreeAgents != null && free < minFreeAgents) {
            raised.add(new Alarm(Kind.MIN_FREE_AGENTS, free, minFreeAgents));
        }
        return raised;
    }
}
