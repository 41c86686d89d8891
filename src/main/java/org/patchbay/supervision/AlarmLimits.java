package org.patchbay.supervision;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.supervision.FloorView.Alarm;
import org.patchbay.supervision.FloorView.Kind;
import org.patchbay.supervision.FloorView.QueueState;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** From which figures on supervisors are alarmed of a queue; of what is absent, never. */
@RegisterForReflection
record AlarmLimits(
        @Min(0) @Max(1_000_000) @Schema(description = "More may not wait", examples = "20", nullable = true)
        Integer maxWaiting,

        @Min(0) @Max(2_678_400) @Schema(description = "None may wait longer", examples = "120", nullable = true)
        Integer maxWaitSeconds,

        @Min(1) @Max(100) @Schema(description = "Of today", examples = "80", nullable = true)
        Integer minServiceLevelPercent,

        @Min(1) @Max(100_000) @Schema(description = "Fewer may not be free", examples = "1", nullable = true)
        Integer minFreeAgents) {

    static final AlarmLimits NONE = new AlarmLimits(null, null, null, null);

    /** Those that the figures of the queue, as one sees it, pass. */
    List<Alarm> raisedBy(QueueState queue) {
        var raised = new ArrayList<Alarm>();
        if (maxWaiting != null && queue.waiting() > maxWaiting) {
            raised.add(new Alarm(Kind.MAX_WAITING, queue.waiting(), maxWaiting));
        }
        if (maxWaitSeconds != null && queue.longestWaitSeconds() > maxWaitSeconds) {
            raised.add(new Alarm(Kind.MAX_WAIT_SECONDS, queue.longestWaitSeconds(), maxWaitSeconds));
        }
        var percent = queue.serviceLevel().percent();
        if (minServiceLevelPercent != null && percent != null && percent < minServiceLevelPercent) {
            raised.add(new Alarm(Kind.MIN_SERVICE_LEVEL_PERCENT, percent, minServiceLevelPercent));
        }
        if (minFreeAgents != null && queue.free() < minFreeAgents) {
            raised.add(new Alarm(Kind.MIN_FREE_AGENTS, queue.free(), minFreeAgents));
        }
        return raised;
    }
}
