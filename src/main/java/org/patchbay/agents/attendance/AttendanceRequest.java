package org.patchbay.agents.attendance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an organisation shall see whether its agents are there. */
record AttendanceRequest(
        @Min(30)
        @Max(AttendanceRequest.DAY)
        @Schema(
                description = "After how long without key, mouse or touch the desk asks whether they are still"
                        + " there; never where absent",
                examples = "900",
                nullable = true)
        @Nullable
        Integer askAfterSeconds,

        @NotNull
        @Min(10)
        @Max(3600)
        @Schema(description = "How long they have to answer before they are AWAY", examples = "60")
        Integer answerWithinSeconds,

        @Min(60)
        @Max(AttendanceRequest.DAY)
        @Schema(
                description = "After how long AWAY or OFFLINE what they hold goes back to its queue, with its age;"
                        + " never where absent",
                examples = "1800",
                nullable = true)
        @Nullable
        Integer returnAfterSeconds) {

    private static final int DAY = 86_400;
}
