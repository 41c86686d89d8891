package org.patchbay.recordings.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallKind;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Says whether calls of a queue and kind are recorded. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingRule(
        @Schema(description = "Absent for all queues", examples = "3", nullable = true) @Nullable
        Long queueId,

        @Schema(description = "Absent for all kinds", examples = "VOICE", nullable = true) @Nullable
        CallKind kind,

        @NotNull RecordingMode mode,

        @Min(1)
        @Max(LONGEST)
        @Schema(description = "Absent where it is as for all", examples = "30", nullable = true)
        @Nullable
        Integer retentionDays) {

    static final int LONGEST = 3650;

    boolean fits(long queue, CallKind of) {
        return (queueId == null || queueId == queue) && (kind == null || kind == of);
    }

    /** The calls that it is about. */
    String subject() {
        return queueId + " " + kind;
    }
}
